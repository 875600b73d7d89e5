from array import array

import torch

samples = array("h", [1, -2, 3])

tensor = torch.frombuffer(samples, dtype=torch.int16)
samples[0] = 9
print(tensor)
