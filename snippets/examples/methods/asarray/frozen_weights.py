import torch

weights = torch.zeros(2, requires_grad=True)
fixed = weights.detach()
print("after detach:", weights.requires_grad)
print("fixed:", fixed.requires_grad)

torch.asarray(weights, requires_grad=False)
print("after asarray:", weights.requires_grad)
