import numpy as np
from torch.utils.data import default_collate, default_convert

sample = np.zeros(3)
converted = default_convert(sample)
collated = default_collate([sample])
converted[0] = 9.0
collated[0, 1] = 7.0

print(sample)
