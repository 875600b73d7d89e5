import torch

temperatures = torch.tensor([18.5, 19.0, 21.5])
array = temperatures.numpy()

array += 1

print("array:", array)
print("temperatures:", temperatures)
