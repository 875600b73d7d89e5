# Raises TypeError: text in one column makes the whole table objects
import pandas as pd
import torch

table = pd.DataFrame({"age": [30, 41], "name": ["Ada", "Max"], "height": [1.7, 1.8]})
array = table.to_numpy()
print("array:", array.dtype)

torch.from_numpy(array)
