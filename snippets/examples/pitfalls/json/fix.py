import json

import numpy as np
import torch

scores = np.array([0.5, 0.75], np.float32)
losses = torch.tensor([1.5, 0.25])
print(json.dumps({"best": scores.max().item()}))
print(json.dumps({"losses": losses.tolist()}))
