import torch

tensors = {
    "dtype": torch.tensor([1.5, 2.5], dtype=torch.bfloat16),
    "layout": torch.eye(2).to_sparse(),
    "device": torch.zeros(2, device="meta"),
    "conjugate": torch.tensor([1 + 2j]).conj(),
    "negative": torch.tensor([1 + 2j]).conj().imag,
}
for what, tensor in tensors.items():
    try:
        tensor.numpy()
    except (RuntimeError, TypeError) as error:
        print(f"{what}: {error}")

print(tensors["dtype"].float().numpy())
