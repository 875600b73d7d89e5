import pandas as pd
import torch

ages = pd.Series([31, 45, 28])
places = torch.tensor([2])
mask = torch.tensor([True, True, False])

print("by number:", ages.iloc[places.numpy()].tolist())
print("by mask:", ages[mask.numpy()].tolist())
