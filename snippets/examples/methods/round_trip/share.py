import torch

temperatures = torch.tensor([18.5, 19.0, 21.5])
array = temperatures.numpy()

array += 1
temperatures[0] = 0.0

print(temperatures)
print(array)
