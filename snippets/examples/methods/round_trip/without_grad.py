import torch

weights = torch.tensor([0.5, 0.25], requires_grad=True)

detached = weights.detach().numpy()
forced = weights.numpy(force=True)
with torch.no_grad():
    plain = weights.numpy()
    weights[1] = 7.0
detached[0] = 9.0

print(weights)
print(detached, forced, plain)
print(torch.from_numpy(plain).requires_grad)
