# Raises ValueError: three bytes are no float32
import torch

packet = bytearray([20, 21, 22])

print(torch.asarray(packet, dtype=torch.uint8))

torch.asarray(packet)
