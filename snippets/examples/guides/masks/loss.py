import torch
from torch.nn.functional import mse_loss

outputs = torch.tensor([1.5, 2.0, 2.0], requires_grad=True)
targets = torch.tensor([1.0, torch.nan, 3.0])
mask = ~targets.isnan()

loss = mse_loss(outputs[mask], targets[mask])
loss.backward()
print("loss:", loss.item())
print("gradient:", outputs.grad)
