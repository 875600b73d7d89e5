import numpy as np
import torch

features = np.array([0.5, 1.5], dtype=np.float32)
shared = torch.from_numpy(features)
cast = shared.to(torch.float32)
own = shared.clone()

features[0] = 99.0
print("cast:", cast)
print("own:", own)
