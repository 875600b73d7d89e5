# Raises RuntimeError: samples of different lengths
import numpy as np
import torch
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader

recordings = [np.array([0.5, 0.25]), np.array([0.75])]


def pad(samples):
    return pad_sequence([torch.from_numpy(sample) for sample in samples], batch_first=True)


print(next(iter(DataLoader(recordings, batch_size=2, collate_fn=pad))))
next(iter(DataLoader(recordings, batch_size=2)))
