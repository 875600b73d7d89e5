# Raises RuntimeError: a loss in the list carries the whole graph with it
import matplotlib
import torch

matplotlib.use("Agg")
import matplotlib.pyplot as plt

weights = torch.tensor([2.0], requires_grad=True)
numbers, losses = [], []
for target in (3.0, 5.0):
    loss = (weights - target).square().sum()
    numbers.append(loss.item())
    losses.append(loss)

print(plt.plot(numbers)[0].get_ydata())
plt.plot(losses)
