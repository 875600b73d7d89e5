import torch

layer = torch.nn.Linear(2, 1)
torch.nn.init.constant_(layer.weight, 0.5)

forced = layer.weight.numpy(force=True)
detached = layer.weight.detach().cpu().numpy()
detached[0, 0] = 9.0

print("forced:", forced)
print("layer.weight:", layer.weight)
