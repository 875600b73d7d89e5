import matplotlib.pyplot as plt
import torch

image = torch.zeros(3, 48, 64)

pixels = image.permute(1, 2, 0).detach().cpu().numpy()
shown = plt.imshow(pixels)
print("shape:", shown.get_shape())
