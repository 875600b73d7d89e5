import torch

packet = bytearray(b"\x01\x02\x03\x04")
pixels = torch.frombuffer(packet, dtype=torch.uint8)
pixels[0] = 255

print("tensor:", pixels.tolist())
print("bytes:", list(packet))
