import torch

# red, green, blue; 1 row, 2 columns
image = torch.tensor([[[1.0, 0.5]], [[0.0, 0.5]], [[0.0, 1.2]]])

pixels = image.clamp(0, 1).mul(255).round().to(torch.uint8)
channels_last = pixels.flip(0).permute(1, 2, 0)
bgr = channels_last.contiguous().numpy()
print("blue, green, red:", bgr.tolist())
print("in order:", bgr.flags["C_CONTIGUOUS"])
