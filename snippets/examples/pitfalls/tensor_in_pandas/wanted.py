import pandas as pd
import torch

ages = pd.Series([31, 45, 28])
wanted = torch.tensor([31, 28, 45])

print("tensor:", (ages == wanted).tolist())
print("array: ", (ages == wanted.numpy()).tolist())
print("isin:  ", ages.isin(wanted.numpy()).tolist())
