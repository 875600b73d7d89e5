import cv2
import torch

image = torch.zeros(3, 4, 6, dtype=torch.uint8)
canvas = image.permute(1, 2, 0).contiguous()
cv2.rectangle(canvas.numpy(), (0, 0), (1, 1), (0, 0, 255))
print("canvas:", canvas[0, 0])
print("image:", image[:, 0, 0])
