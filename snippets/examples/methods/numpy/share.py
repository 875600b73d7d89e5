import torch

scores = torch.tensor([0.25, 0.5, 0.75])
array = scores.numpy()
array[0] = 0.0

print("array:", array, array.dtype)
print("scores:", scores)
