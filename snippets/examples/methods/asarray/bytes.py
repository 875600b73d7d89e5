import torch

packet = bytes([20, 21, 22, 23])
print(torch.asarray(bytearray(packet), dtype=torch.uint8))

tensor = torch.asarray(packet, dtype=torch.uint8)
tensor[0] = 99
print(list(packet))
