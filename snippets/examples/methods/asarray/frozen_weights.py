import torch

weights = torch.zeros(2, requires_grad=True)
torch.asarray(weights, requires_grad=False)
print(weights.requires_grad)

weights = torch.zeros(2, requires_grad=True)
fixed = weights.detach()
print(weights.requires_grad, fixed.requires_grad)
