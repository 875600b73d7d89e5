import numpy as np
import pandas as pd
import torch

frame = pd.DataFrame({"temperature": [20.5, 21.0], "humidity": [0.4, 0.5]})

array = frame.to_numpy(dtype=np.float32, copy=True)
rows = torch.from_numpy(array)
rows[0] = 0.0
print("tensor:", rows)
print("frame:", frame.to_numpy().tolist())
