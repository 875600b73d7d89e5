import numpy as np
import torch

scores = np.array([0.3])
for good in torch.tensor([False]), torch.tensor([0.3]) > 0.5:
    print("as it is:", scores[good], "as an array:", scores[good.numpy()])
