# Raises TypeError: an array of text
import numpy as np
from torch.utils.data import DataLoader

rooms = [np.array(["a", "b"]), np.array(["c", "d"])]
print(next(iter(DataLoader([room.tolist() for room in rooms], batch_size=2))))
next(iter(DataLoader(rooms, batch_size=2)))
