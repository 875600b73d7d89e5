# Raises RuntimeError: the ids are int16
import numpy as np
import torch

words = torch.nn.Embedding(3, 2)
ids = np.array([0, 2, 1], np.int16)
words(torch.from_numpy(ids))
