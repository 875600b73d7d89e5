import matplotlib
import torch

matplotlib.use("Agg")
import matplotlib.pyplot as plt

weights = torch.tensor([2.0], requires_grad=True)
numbers = []
for target in (3.0, 5.0):
    loss = (weights - target).square().sum()
    numbers.append(loss.item())

(curve,) = plt.plot(numbers)
print("plotted:", curve.get_ydata())
