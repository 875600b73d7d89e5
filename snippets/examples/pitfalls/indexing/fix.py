import numpy as np
import torch

boxes = np.arange(12.0).reshape(3, 4)

for keep in torch.tensor([0, 2]), torch.tensor([2]):
    kept = boxes[keep.cpu().numpy()]
    print("kept", len(keep), "of shape", kept.shape)
