import numpy as np
import torch
from torch.nn.utils.rnn import pad_sequence

words = [np.array([7, 2, 9]), np.array([4, 1])]
batch = pad_sequence([torch.from_numpy(row) for row in words], batch_first=True)
lengths = torch.tensor([len(row) for row in words])

print("batch:", batch, sep="\n")
print("lengths:", lengths)
