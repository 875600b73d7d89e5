import numpy as np
import torch
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader


def collate(samples):
    tensors = [torch.from_numpy(row) for row in samples]
    return pad_sequence(tensors, batch_first=True, padding_value=-1), torch.tensor([len(row) for row in samples])


words = [np.array([7, 2, 9]), np.array([4, 1]), np.array([5])]
for batch, lengths in DataLoader(words, batch_size=2, collate_fn=collate):
    print("batch:", batch.tolist(), "lengths:", lengths.tolist())
