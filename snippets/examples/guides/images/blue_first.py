import cv2
import numpy as np
import torch

drawn = np.zeros((48, 64, 3), np.uint8)
drawn[..., 0] = 255
cv2.imwrite("blue.png", drawn)

bgr = cv2.imread("blue.png")
rgb = cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB)
image = torch.from_numpy(rgb).permute(2, 0, 1)
print("shape:", image.shape)
print("red, green, blue:", image[:, 0, 0])
