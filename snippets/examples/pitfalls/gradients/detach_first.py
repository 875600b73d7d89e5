import torch

torch.manual_seed(0)
layer = torch.nn.Linear(2, 3)
scores = layer(torch.ones(1, 2))

array = scores.detach().cpu().numpy()
print("requires grad:", scores.requires_grad)
print("best class:", array.argmax(axis=1))
