# Raises TypeError: imshow takes height, width, channels
import matplotlib.pyplot as plt
import torch

image = torch.zeros(3, 48, 64)
print(plt.imshow(image.permute(1, 2, 0).numpy()).get_shape())
plt.imshow(image.numpy())
