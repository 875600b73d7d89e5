import torch

packet = bytes([20, 21, 22, 23])
tensor = torch.frombuffer(packet, dtype=torch.uint8)
tensor[0] = 99

print("bytes:", list(packet))
