import numpy as np
import torch

image = np.arange(6.0).reshape(2, 3)
tensor = torch.from_numpy(image)

mode = "symmetric"
places = np.pad(np.arange(3), (2, 1), mode=mode)
padded = tensor[:, torch.from_numpy(places)]
print("torch:", padded.tolist()[0])
sides = ((0, 0), (2, 1))
print("np:", np.pad(image, sides, mode=mode)[0])
