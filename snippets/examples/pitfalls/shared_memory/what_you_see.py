import numpy as np
import torch

frame = np.zeros(2)
frames = []
for brightness in (10, 20, 30):
    frame[:] = brightness
    frames.append(torch.from_numpy(frame))

print("frames:", torch.stack(frames))
