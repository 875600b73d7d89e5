# Long: one line an operation
import warnings

import numpy as np
import torch


def tried(operation, number):
    try:
        result = operation(number)
    except (OverflowError, RuntimeError) as error:
        return type(error).__name__
    return f"{result.item()}, {result.dtype}"


warnings.simplefilter("ignore")
array = np.array([200], np.uint8)
lowest = np.array([-128], np.int8)
operations = {
    "uint8 200 + uint8 200": (array, lambda x: x + x),
    "uint8 200 + 100": (array, lambda x: x + 100),
    "uint8 200 + 300": (array, lambda x: x + 300),
    "uint8 200 - 201": (array, lambda x: x - 201),
    "0 - uint8 200": (array, lambda x: 0 - x),
    "-uint8 200": (array, lambda x: -x),
    "abs(int8 -128)": (lowest, abs),
    "sum of uint8 200": (array, lambda x: x.sum()),
    "sum of int8 -128": (lowest, lambda x: x.sum()),
    "0-d uint8 200 + 100": (array, lambda x: x[0] + 100),
}
for name, (values, operation) in operations.items():
    theirs = tried(operation, torch.from_numpy(values))
    print(f"{name}: {tried(operation, values)} | {theirs}")
