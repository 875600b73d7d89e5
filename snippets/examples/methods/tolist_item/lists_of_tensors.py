import torch

scores = torch.tensor([0.25, 0.5])

print(list(scores))
print(scores.tolist())
