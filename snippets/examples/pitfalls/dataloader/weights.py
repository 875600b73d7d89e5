import numpy as np
from torch.utils.data import WeightedRandomSampler

labels = np.array([0, 0, 0, 1])
per_class = 1 / np.bincount(labels)
weights = per_class[labels]
sampler = WeightedRandomSampler(weights, len(labels))
print("weights:", sampler.weights)
