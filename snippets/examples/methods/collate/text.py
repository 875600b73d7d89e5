# Raises TypeError: an array of text has no tensor; a Python string is passed on.
import numpy as np
from torch.utils.data import default_collate

names = [np.array(["cat"]), np.array(["dog"])]

default_collate(names)
