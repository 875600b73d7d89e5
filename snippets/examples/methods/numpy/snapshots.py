import torch

weight = torch.zeros(2)
shared, copied = [], []

for _ in range(2):
    weight += 0.5
    shared.append(weight.numpy())
    copied.append(weight.numpy().copy())

print("shared:", *shared)
print("copied:", *copied)
