import numpy as np
import torch
from torch.nn.utils.rnn import pack_sequence, pad_packed_sequence

levels = [np.zeros((2, 1), dtype=np.float32), np.zeros((3, 1), dtype=np.float32)]
packed = pack_sequence([torch.from_numpy(row) for row in levels], enforce_sorted=False)
output, _ = torch.nn.GRU(1, 4)(packed)
padded, lengths = pad_packed_sequence(output, batch_first=True)

print("padded:", padded.shape)
print("lengths:", lengths)
