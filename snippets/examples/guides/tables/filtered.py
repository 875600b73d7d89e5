import pandas as pd
import torch

ages = pd.Series([31, 45, 28])
adults = ages[ages > 40]

tensor = torch.tensor(adults.to_numpy())
print("tensor:", tensor)
print("labels:", adults.index.tolist())
