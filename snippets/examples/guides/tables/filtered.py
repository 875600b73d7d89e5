# Raises ValueError: torch.tensor looks for the label 0
import pandas as pd
import torch

ages = pd.Series([31, 45, 28])
print(torch.tensor(ages))
print(torch.tensor(ages[ages > 40].to_numpy()))
torch.tensor(ages[ages > 40])
