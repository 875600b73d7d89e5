import torch

for values in ([20.5, 21.0], [1, 2], [1, 2.5], [True, 2], [[1], [2]]):
    tensor = torch.tensor(values)
    print(values, tensor.dtype, tuple(tensor.shape))
