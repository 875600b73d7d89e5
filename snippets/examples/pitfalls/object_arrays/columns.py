import numpy as np
import pandas as pd
import torch

table = pd.DataFrame({"age": [30, 41], "name": ["Ada", "Max"], "height": [1.7, 1.8]})

numbers = table[["age", "height"]].to_numpy(dtype=np.float32, copy=True)
print("array:", numbers.dtype)
print("tensor:", torch.from_numpy(numbers))
