# Raises error: a tensor is no image for OpenCV
import cv2
import torch

image = torch.zeros(48, 64, 3, dtype=torch.uint8)
small = cv2.resize(image.numpy(), (32, 24))
print("array:", small.shape)
cv2.resize(image, (32, 24))
