import numpy as np
import torch

frame = np.zeros(2)
frames = []
for brightness in (10, 20, 30):
    frame[:] = brightness
    frames.append(torch.tensor(frame))

print("frames:", torch.stack(frames))
