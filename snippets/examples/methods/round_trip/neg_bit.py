# Raises RuntimeError: the neg bit is set, the values in memory have the other sign
import torch

real, imaginary = torch.tensor([1.0, 3.0]), torch.tensor([2.0, -1.0])
spectrum = torch.complex(real, imaginary)
negated = spectrum.conj().imag

array = negated.numpy(force=True)
print(array)
array[0] = 9.0
spectrum[1] = 5 + 5j
print(spectrum)
print(array)

negated.numpy()
