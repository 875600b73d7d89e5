import numpy as np
import torch

temperatures = np.array([18.5, 19.0, 21.5], dtype=np.float32)

for array in (temperatures[::-1], temperatures.astype(">f4")):
    try:
        torch.Tensor(array)
    except ValueError as error:
        print(error)
    print(torch.from_numpy(array.astype(np.float32)))
