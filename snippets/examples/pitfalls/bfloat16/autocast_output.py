import numpy as np
import torch

features = np.ones((4, 2), dtype=np.float32)
model = torch.nn.Linear(2, 1)

with torch.autocast("cpu", dtype=torch.bfloat16), torch.no_grad():
    scores = model(torch.from_numpy(features))
print("weights:", model.weight.dtype)
print("scores:", scores.dtype)
print("array:", scores.cpu().float().numpy().dtype)
