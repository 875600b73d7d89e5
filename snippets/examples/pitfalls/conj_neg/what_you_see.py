import torch

spectrum = torch.tensor([[1 + 2j, 3 - 1j]])

for tensor in (spectrum.conj(), spectrum.H, spectrum.conj().imag):
    try:
        tensor.numpy()
    except RuntimeError as error:
        print(error)
