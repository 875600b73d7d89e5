import torch

spectrum = torch.tensor([1 + 2j, 3 - 1j]).conj()
array = spectrum.numpy(force=True)
array[0] = 0

print(array)
print(spectrum)
