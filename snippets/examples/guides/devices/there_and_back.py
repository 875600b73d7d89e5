import numpy as np
import torch

device = "cuda" if torch.cuda.is_available() else "cpu"
features = np.array([[0.5, 1.5], [2.5, 3.5]])

inputs = torch.from_numpy(features).float().to(device)
outputs = torch.softmax(inputs, dim=1)
probabilities = outputs.detach().cpu().numpy()
print("array:", probabilities.shape, probabilities.dtype)
