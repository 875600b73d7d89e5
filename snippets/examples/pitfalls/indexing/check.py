import numpy as np
import torch


def index(picked):
    if isinstance(picked, torch.Tensor):
        picked = picked.cpu()
    places = np.asarray(picked)
    if places.size and places.dtype.kind not in "bi":
        raise TypeError(f"{places.dtype}: a mask, or positions?")
    return places if places.dtype == bool else places.astype(np.int64)


boxes = np.arange(12.0).reshape(3, 4)
for picked in torch.tensor([2]), torch.tensor([]), [0, 2]:
    print(f"{len(picked)} picked:", boxes[index(picked)].shape)
