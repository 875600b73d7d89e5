# Raises RuntimeError: the conj bit is set, the values in memory are not yet conjugated
import torch

spectrum = torch.tensor([1 + 2j, 3 - 1j])
conjugated = spectrum.conj()

resolved = conjugated.resolve_conj().numpy()
resolved[0] = 0
spectrum[1] = 5
print(spectrum)
print(resolved)

conjugated.numpy()
