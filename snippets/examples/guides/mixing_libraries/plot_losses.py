# Raises RuntimeError: losses that require grad
import matplotlib.pyplot as plt
import torch

weights = torch.tensor([0.5, 0.25], requires_grad=True)
losses = [weights.square().sum() / step for step in (1, 2, 4)]

(line,) = plt.plot([loss.item() for loss in losses])
print(line.get_ydata())
plt.plot(losses)
