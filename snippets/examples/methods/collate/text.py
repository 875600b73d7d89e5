# Raises TypeError: an array of text has no tensor; a Python string is passed on.
import numpy as np
from torch.utils.data import default_collate

names = np.array(["cat", "dog"])
print(default_collate([str(name) for name in names]))

default_collate(list(names[:, None]))
