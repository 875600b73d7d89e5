import torch

image = torch.zeros(3, 2, 2)
image[0] = 1

pixels = image.permute(1, 2, 0)
mixed = image.reshape(2, 2, 3)
print("permute:", pixels[0].tolist())
print("reshape:", mixed[0].tolist())
