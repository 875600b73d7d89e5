import torch
from sklearn.preprocessing import StandardScaler

levels = torch.tensor([[0.0, 10.0], [1.0, 30.0], [2.0, 20.0]])

scaled = StandardScaler().fit_transform(levels.numpy())
print("of the array:", scaled.dtype)
widened = StandardScaler().fit_transform(levels)
print("of the tensor:", widened.dtype)
