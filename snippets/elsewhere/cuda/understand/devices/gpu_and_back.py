import numpy as np
import torch

readings = np.array([20.5, 21.0, 19.8])

on_gpu = torch.from_numpy(readings).to("cuda", torch.float32)
readings[0] = 0.0
print(on_gpu)

back = on_gpu.cpu().numpy()
back[1] = 0.0
print(on_gpu, back.dtype)
