import torch

packet = bytearray([0, 64, 128, 191])

for dtype in (
    torch.uint8,
    torch.int8,
    torch.bool,
    torch.bfloat16,
):
    tensor = torch.frombuffer(packet, dtype=dtype)
    print(f"{dtype}:", tensor.tolist())
