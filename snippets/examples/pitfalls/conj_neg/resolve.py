import torch

spectrum = torch.tensor([[1 + 2j, 3 - 1j]])

print(spectrum.H.resolve_conj().numpy())
print(spectrum.conj().imag.resolve_neg().numpy())
print(spectrum.conj().imag.numpy(force=True))
