import matplotlib.pyplot as plt
import torch

weights = torch.tensor([0.5, 0.25], requires_grad=True)

losses = []
for step in 1, 2, 4:
    loss = weights.square().sum() / step
    losses.append(loss.item())
(line,) = plt.plot(losses)
print("plotted:", line.get_ydata())
