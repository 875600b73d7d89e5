import torch

loss = torch.tensor(0.25)

print("item():", repr(loss.item()))
print("numpy():", repr(loss.numpy()))
