# Raises RuntimeError: autograd would not see what NumPy does
import torch

weights = torch.tensor([0.5, 0.25], requires_grad=True)
print(weights.detach().numpy())
weights.numpy()
