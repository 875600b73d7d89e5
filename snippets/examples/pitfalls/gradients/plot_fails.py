# Raises RuntimeError: a loss in the list carries the whole graph with it
import matplotlib
import torch

matplotlib.use("Agg")
import matplotlib.pyplot as plt

weights = torch.tensor([2.0], requires_grad=True)
losses = [(weights - target).square().sum() for target in (3.0, 5.0)]

plt.plot(losses)
