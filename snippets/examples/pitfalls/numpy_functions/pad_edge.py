import torch
from torch.nn.functional import pad

image = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
sides = (1, 0, 1, 0)
padded = pad(image[None], sides, mode="replicate")
print("padded:", padded[0])
