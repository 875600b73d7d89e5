import numpy as np
import torch


def double(ids):
    return ids + ids


ids = np.array([1, 300], np.uint16)
print("default:", repr(torch.compile(double)(ids)))
try:
    torch.compile(double, backend="eager")(ids)
except RuntimeError as error:
    print("eager raised:", error)
