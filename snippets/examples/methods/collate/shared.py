import numpy as np
from torch.utils.data import (
    default_collate,
    default_convert,
)

sample = np.zeros(3)
default_convert(sample)[0] = 9.0
print("after convert:", sample)

default_collate([sample])[0, 1] = 7.0
print("after collate:", sample)
