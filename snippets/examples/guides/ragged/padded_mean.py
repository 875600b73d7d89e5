import numpy as np
import torch
from torch.nn.utils.rnn import pad_sequence

levels = [np.array([3.0, 3.0, 3.0]), np.array([3.0])]
batch = pad_sequence([torch.from_numpy(one) for one in levels], batch_first=True)
lengths = torch.tensor([len(one) for one in levels])
mask = torch.arange(batch.shape[1]) < lengths[:, None]

print(batch.mean(1))
print((batch * mask).sum(1) / lengths)
