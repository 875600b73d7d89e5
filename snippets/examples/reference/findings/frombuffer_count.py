import torch

packet = bytearray(4)

numbers = torch.frombuffer(
    packet,
    dtype=torch.float32,
    count=2**62,
)

print("bytes:", len(packet))
print("numbers:", numbers.numel())
