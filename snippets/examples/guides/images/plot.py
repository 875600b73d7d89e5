import matplotlib.pyplot as plt
import torch

image = torch.zeros(3, 48, 64)

shown = plt.imshow(image.permute(1, 2, 0).numpy())
print("shape:", shown.get_shape())
