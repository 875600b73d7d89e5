import numpy as np
import torch


def distances(points):
    return np.sqrt(np.sum(points**2, axis=1))


wrapped = torch.compiler.wrap_numpy(distances)
compiled = torch.compile(wrapped, fullgraph=True, backend="eager")
points = torch.tensor([[3.0, 4.0]], requires_grad=True)
lengths = compiled(points)
lengths.sum().backward()
print("lengths:", lengths.detach())
print("gradient:", points.grad)
