import numpy as np
import torch

# height, width, slices
scan = np.zeros((64, 48, 10), np.float32)

slices = torch.from_numpy(scan).permute(2, 0, 1)
batch = slices[None, None]
layer = torch.nn.Conv3d(1, 4, kernel_size=3)
with torch.no_grad():
    output = layer(batch)
print("batch:", batch.shape)
print("output:", output.shape)
