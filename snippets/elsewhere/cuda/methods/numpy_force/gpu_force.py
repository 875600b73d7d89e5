import torch

scores = torch.tensor([0.5, 0.25], device="cuda", requires_grad=True)

array = scores.numpy(force=True)
array[0] = 9.0

print(array, scores)
