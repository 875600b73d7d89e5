import numpy as np
import torch
from scipy.ndimage import zoom
from torch.nn.functional import interpolate

labels = np.arange(5)
row = torch.from_numpy(labels)[None, None].float()

for mode in "nearest", "nearest-exact":
    two = interpolate(row, size=2, mode=mode)
    print(f"{mode}:", two[0, 0].long().numpy())
rule = {"grid_mode": True, "mode": "nearest"}
print("zoom:", zoom(labels, 2 / 5, order=0))
print("its grid:", zoom(labels, 2 / 5, order=0, **rule))
