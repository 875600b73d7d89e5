import torch

scores = torch.tensor([0.5, 0.25], device="cuda")

on_cpu = scores.to("cpu", non_blocking=True)
torch.cuda.synchronize()
array = on_cpu.numpy()

print("array:", array)
print("pinned:", on_cpu.is_pinned())
