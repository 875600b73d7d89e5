import torch

scores = torch.tensor([0.25, 0.75, 0.5])
array = scores.numpy()

scores[0] = 1
array[2] = 0
print("array:", array, array.dtype)
print("tensor:", scores)
