import torch

scores = torch.tensor([1.0, 2.0], requires_grad=True)
detached = scores.detach()
on_cpu = detached.cpu()
array = on_cpu.numpy()

print(detached.requires_grad, detached is scores)
print(on_cpu is detached)
print(array.ctypes.data == scores.data_ptr())
