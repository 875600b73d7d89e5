import cv2
import torch

# red, green, blue; 1 row, 2 columns
image = torch.tensor([[[1.0, 0.5]], [[0.0, 0.5]], [[0.0, 1.2]]])

pixels = image.clamp(0, 1).mul(255).round().to(torch.uint8)
channels_last = pixels.permute(1, 2, 0).contiguous().cpu()
bgr = cv2.cvtColor(channels_last.numpy(), cv2.COLOR_RGB2BGR)
cv2.imwrite("image.png", bgr)
print("blue, green, red:", cv2.imread("image.png").tolist())
