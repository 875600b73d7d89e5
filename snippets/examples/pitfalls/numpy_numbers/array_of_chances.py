import numpy as np
import torch

chances = torch.tensor([0.1, 0.2, 0.3]).softmax(dim=0)
shares = chances.detach().cpu().numpy()

generator = np.random.default_rng(0)
print("drawn:", generator.choice(3, p=shares))
