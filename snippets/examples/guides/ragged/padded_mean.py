import numpy as np
import torch
from torch.nn.utils.rnn import pad_sequence

levels = [np.array([3.0, 3.0, 3.0]), np.array([3.0])]
batch = pad_sequence([torch.from_numpy(row) for row in levels], batch_first=True)
lengths = torch.tensor([len(row) for row in levels])
mask = torch.arange(batch.shape[1]) < lengths[:, None]

print("with the padding:", batch.mean(dim=1))
means = (batch * mask).sum(dim=1) / lengths
print("means:", means)
