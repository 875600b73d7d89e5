# Raises RuntimeError: from a list, PyTorch looks at each value
import torch

brightness = [200, 255, 300]

torch.tensor(brightness, dtype=torch.uint8)
