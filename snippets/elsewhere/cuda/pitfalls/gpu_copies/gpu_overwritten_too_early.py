import torch

weights = torch.full((8192, 8192), 1 / 8192, device="cuda")
pinned = torch.zeros(1_000_000, pin_memory=True)
on_gpu = torch.empty(1_000_000, device="cuda")

activations = torch.ones(8192, 8192, device="cuda")
for _ in range(20):
    activations = activations @ weights
on_gpu.copy_(pinned, non_blocking=True)
pinned.fill_(7.0)

torch.cuda.synchronize()
print("arrived:", on_gpu.unique())
