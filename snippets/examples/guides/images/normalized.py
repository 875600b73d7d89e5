import torch

image = torch.full((3, 48, 64), 0.5)

mean = torch.tensor([0.485, 0.456, 0.406])
deviation = torch.tensor([0.229, 0.224, 0.225])
centered = image - mean.reshape(3, 1, 1)
normalized = centered / deviation.reshape(3, 1, 1)
print("a pixel:", normalized[:, 0, 0])
