import numpy as np
import torch

array = np.array([1, 2, 5, 4, 5], np.float32)
tensor = torch.from_numpy(array)

kind = "stable"
best = np.argsort(-array, kind=kind)
turned = np.argsort(array, kind=kind)[::-1]
print("np, negative:", best[:2])
print("np, turned:", turned[:2])
ranks = tensor.argsort(
    descending=True,
    stable=True,
)
print("torch, stable:", ranks[:2])
