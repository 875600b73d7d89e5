import numpy as np
import torch

spam = torch.from_numpy(np.array([True, False, True]))
scores = torch.zeros(3)

loss = torch.nn.BCEWithLogitsLoss()
print("loss:", loss(scores, spam.float()))
