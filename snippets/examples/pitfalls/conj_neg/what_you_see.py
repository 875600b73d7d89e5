import torch

spectrum = torch.tensor([[1 + 2j, 3 - 1j]])
calls = {
    "conj": spectrum.conj(),
    "H": spectrum.H,
    "imag of conj": spectrum.conj().imag,
}

for name, tensor in calls.items():
    try:
        tensor.numpy()
    except RuntimeError as error:
        print(f"{name}: {error}")
