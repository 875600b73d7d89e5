import torch

spectrum = torch.tensor([1 + 2j, 3 - 1j])
array = spectrum.conj().numpy(force=True)
array[0] = 0

print("array:", array)
print("spectrum:", spectrum)
