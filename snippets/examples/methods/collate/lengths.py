# Raises RuntimeError: the samples of a batch have different lengths; pad them in a `collate_fn`.
import numpy as np
from torch.utils.data import default_collate

sentences = [np.array([4, 7, 1]), np.array([2])]

default_collate(sentences)
