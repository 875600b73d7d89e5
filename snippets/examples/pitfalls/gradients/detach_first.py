import torch

torch.manual_seed(0)
scores = torch.nn.Linear(2, 3)(torch.ones(1, 2))

print(scores.requires_grad)
print(scores.detach().numpy().argmax(axis=1))
