import numpy as np
import pandas as pd
import torch

ages = pd.Series([30, None], dtype="Int64")
table = pd.DataFrame({"age": ages, "height": [1.7, 1.8]})
print("as it is:", table.to_numpy().dtype)

numbers = table.to_numpy(dtype=np.float32, na_value=np.nan)
print("with na_value:", torch.from_numpy(numbers))
