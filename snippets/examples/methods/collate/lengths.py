# Raises RuntimeError: the samples of a batch have different lengths; pad them in a `collate_fn`.
import numpy as np
import torch
from torch.utils.data import default_collate

sentences = [np.array([4, 7, 1]), np.array([2])]
tensors = [torch.from_numpy(sentence) for sentence in sentences]
print(torch.nn.utils.rnn.pad_sequence(tensors, batch_first=True))

default_collate(sentences)
