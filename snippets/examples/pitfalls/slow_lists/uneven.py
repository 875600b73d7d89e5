# Raises ValueError: the second sentence has three words
import torch

sentences = [[4, 8], [15, 16, 23]]

torch.tensor(sentences)
