import torch

weight = torch.tensor([1.0], requires_grad=True)
history = []
for _ in range(3):
    loss = (weight - 3).square().sum()
    loss.backward()
    with torch.no_grad():
        weight -= 0.25 * weight.grad
    weight.grad = None
    history.append(loss.item())

print("history:", history)
