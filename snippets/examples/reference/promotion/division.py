# Long: one line an operation
import warnings

import numpy as np
import torch


def tried(operation, number):
    try:
        result = operation(number)
    except (OverflowError, RuntimeError, ValueError) as error:
        return type(error).__name__
    return f"{result.item()}, {result.dtype}"


warnings.simplefilter("ignore")
array = np.array([7])
operations = {
    "7 / 2": lambda x: x / 2,
    "7 // -2": lambda x: x // -2,
    "7 % -2": lambda x: x % -2,
    "7 / 0": lambda x: x / 0,
    "7 // 0": lambda x: x // 0,
    "7 % 0": lambda x: x % 0,
    "7 ** -1": lambda x: x**-1,
    "7 * 0.1": lambda x: x * 0.1,
    "mean of 7": lambda x: x.mean(),
}
for name, operation in operations.items():
    theirs = tried(operation, torch.from_numpy(array))
    print(f"{name}: {tried(operation, array)} | {theirs}")
