import torch

packet = bytearray([0, 64, 128, 191])

for dtype in (torch.uint8, torch.int8, torch.bool, torch.bfloat16):
    print(torch.frombuffer(packet, dtype=dtype))
