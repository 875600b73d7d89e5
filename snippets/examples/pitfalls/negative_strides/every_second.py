import torch

samples = torch.arange(6)
print("flip first:", samples.flip(0)[::2])
print("flip last:", samples[::2].flip(0))
print("NumPy:", samples.numpy()[::-2])
