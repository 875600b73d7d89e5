import numpy as np
import torch

generator = np.random.default_rng(0)
labels = np.array([0, 1, 2, 3])
tensor = torch.from_numpy(labels)

mixed = generator.permutation(labels)
print("after permutation:", tensor)

generator.shuffle(labels)
print("after shuffle:", tensor)
