import torch

inputs = torch.tensor([1.0, 2.0, 3.0])
weights = torch.tensor([0.5, 0.5, 0.5], requires_grad=True)
expected = inputs.clone()

loss = (weights * inputs).sum()
array = inputs.numpy()
array *= 100
loss.backward()

print(expected)
print(weights.grad)
