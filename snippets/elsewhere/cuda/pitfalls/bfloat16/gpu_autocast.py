import numpy as np
import torch

images = np.ones((2, 4), dtype=np.float32)
model = torch.nn.Linear(4, 3).to("cuda")

with torch.autocast("cuda"), torch.no_grad():
    scores = model(torch.from_numpy(images).to("cuda"))
with torch.autocast("cuda", dtype=torch.bfloat16), torch.no_grad():
    bfloat16_scores = model(torch.from_numpy(images).to("cuda"))

print(scores.dtype, scores.cpu().numpy().dtype)
try:
    bfloat16_scores.cpu().numpy()
except TypeError as error:
    print(bfloat16_scores.dtype, error)
print(bfloat16_scores.float().cpu().numpy().dtype)
