import torch

loss = torch.tensor(0.25)

print(repr(loss.item()))
print(repr(loss.numpy()))
print(repr(loss.numpy()[()].item()), loss.tolist())
