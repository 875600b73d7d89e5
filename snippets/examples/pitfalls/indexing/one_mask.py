import numpy as np
import torch

scores = np.array([0.3])
good = torch.tensor([0.3]) > 0.5

print("the mask as it is:", scores[good])
print("as an array:", scores[good.numpy()])
