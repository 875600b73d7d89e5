import numpy as np
import torch
from array_api_compat import array_namespace


def standardize(data):
    """`data`, each column with mean 0 and deviation 1."""
    xp = array_namespace(data)
    return (data - xp.mean(data, axis=0)) / xp.std(data, axis=0)


table = np.array([[1.0, 10.0], [3.0, 30.0]])
print("array:", standardize(table), sep="\n")
print("tensor:", standardize(torch.from_numpy(table)), sep="\n")
