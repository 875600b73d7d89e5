# Raises RuntimeError: bool labels
import numpy as np
import torch

spam = torch.from_numpy(np.array([True, False, True]))
scores = torch.zeros(3)
print(torch.nn.functional.binary_cross_entropy_with_logits(scores, spam.float()))
torch.nn.functional.binary_cross_entropy_with_logits(scores, spam)
