import pandas as pd
import torch

gaps = torch.tensor([1.0, torch.nan])

print("tensor:", pd.isna(gaps))
print("array: ", pd.isna(gaps.numpy()))
