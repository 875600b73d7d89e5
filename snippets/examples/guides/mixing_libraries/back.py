import numpy as np
import torch
from sklearn.preprocessing import StandardScaler

prices = np.array([[10.0], [30.0], [50.0]])
scaler = StandardScaler().fit(prices)

predicted = torch.tensor([0.5, -1.0])
deviation = torch.tensor([0.1, 0.2])
column = predicted.numpy().reshape(-1, 1)
back = scaler.inverse_transform(column)
print("prices:", back.ravel().round(2))
wide = deviation.numpy() * scaler.scale_
print("deviations:", wide.round(2))
