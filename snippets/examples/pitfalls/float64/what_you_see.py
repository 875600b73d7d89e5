import numpy as np
import torch

batch = torch.from_numpy(np.ones((4, 3, 8)))
nn = torch.nn
layers = [nn.Linear(8, 2), nn.Linear(8, 2, bias=False), nn.Conv1d(3, 2, 1), nn.BatchNorm1d(3), nn.LSTM(8, 2)]

for layer in layers:
    try:
        layer(batch)
    except (RuntimeError, ValueError) as error:
        print(f"{type(layer).__name__}: {error}")
