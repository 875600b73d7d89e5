import torch
from torch.nn.functional import interpolate

pixels = torch.zeros(3, 4, 4, dtype=torch.uint8)
pixels[:, :, 2:] = 200
batch = pixels[None].to(torch.float32)
small = interpolate(batch, size=(2, 2), mode="bilinear", antialias=True)
print("shape:", small.shape)
print("red:", small[0, 0].round().to(torch.uint8))
