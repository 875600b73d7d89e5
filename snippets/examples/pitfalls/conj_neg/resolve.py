import torch

spectrum = torch.tensor([[1 + 2j, 3 - 1j]])
flipped = spectrum.conj()

print("conj:", flipped.resolve_conj().numpy())
print("imag:", flipped.imag.resolve_neg().numpy())
print("force:", flipped.imag.numpy(force=True))
