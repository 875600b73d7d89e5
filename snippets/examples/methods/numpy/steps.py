import torch

scores = torch.ones(2, requires_grad=True)
detached = scores.detach()
on_cpu = detached.cpu()
array = on_cpu.numpy()
array[0] = 9.0

print("requires grad:", detached.requires_grad)
print("cpu() gives itself:", on_cpu is detached)
print("scores:", scores)
