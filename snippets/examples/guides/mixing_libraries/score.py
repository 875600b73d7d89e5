# Long: a model is fitted, trained and scored with two libraries
import numpy as np
import torch
from sklearn.metrics import accuracy_score
from sklearn.preprocessing import StandardScaler

levels = np.arange(40.0).reshape(20, 2)
alarms = (levels[:, 0] > 19).astype(int)

scaler = StandardScaler().fit(levels[::2])
inputs = torch.from_numpy(scaler.transform(levels[::2])).float()
labels = torch.from_numpy(alarms[::2])

weights = torch.zeros(2, 2, requires_grad=True)
for _ in range(50):
    (gradient,) = torch.autograd.grad(torch.nn.functional.cross_entropy(inputs @ weights, labels), weights)
    with torch.no_grad():
        weights -= gradient

with torch.no_grad():
    found = (torch.from_numpy(scaler.transform(levels[1::2])).float() @ weights).argmax(dim=1)
print(accuracy_score(alarms[1::2], found.numpy()))
