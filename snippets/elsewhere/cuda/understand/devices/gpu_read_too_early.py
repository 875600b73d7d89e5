import torch

weights = torch.full((8192, 8192), 1 / 8192, device="cuda")
result = torch.empty((), pin_memory=True)
view = result.numpy()
view[...] = -1.0

activations = torch.ones(8192, 8192, device="cuda")
for _ in range(20):
    activations = activations @ weights
result.copy_(activations[0, 0], non_blocking=True)

print("at once:", view)
torch.cuda.synchronize()
print("after synchronize:", view)
