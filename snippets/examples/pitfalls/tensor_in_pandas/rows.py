import pandas as pd
import torch

ages = pd.Series([31, 45, 28])
for picked in torch.tensor([0, 2]), torch.tensor([2]):
    print(ages.iloc[picked.numpy()].tolist())
print(ages[(torch.tensor([31, 45, 28]) > 30).numpy()].tolist())
