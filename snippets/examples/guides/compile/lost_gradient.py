import numpy as np
import torch


@torch.compile(backend="eager")
def square(values):
    same = np.interp(values.numpy(), [0, 10], [0, 10])
    return torch.from_numpy(same).float() * values


values = torch.tensor([1.0, 4.0], requires_grad=True)
square(values).sum().backward()
print("gradient:", values.grad)
print("right:", 2 * values.detach())
