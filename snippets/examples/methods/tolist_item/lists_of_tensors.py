import torch

scores = torch.tensor([0.25, 0.5])

print("list:", list(scores))
print("tolist:", scores.tolist())
