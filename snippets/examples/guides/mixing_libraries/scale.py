import torch
from sklearn.preprocessing import StandardScaler

levels = torch.tensor([[0.0, 10.0], [1.0, 30.0], [2.0, 20.0]])

print(StandardScaler().fit_transform(levels.numpy()).dtype)
print(StandardScaler().fit_transform(levels).dtype)
