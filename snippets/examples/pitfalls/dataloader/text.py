# Raises TypeError: an array of text
import numpy as np
from torch.utils.data import default_collate

rooms = [np.array(["a", "b"]), np.array(["c", "d"])]
default_collate(rooms)
