import numpy as np
import torch


def index(picked):
    """A tensor or an array as an index of an array."""
    places = np.asarray(picked)
    if places.size and places.dtype.kind not in "biu":
        raise TypeError(f"not an index: {places.dtype}")
    return places if places.dtype == bool else places.astype(np.int64)


boxes = np.arange(12.0).reshape(3, 4)
for picked in torch.tensor([2]), torch.tensor([]), [0, 2]:
    print(f"{len(picked)} picked:", boxes[index(picked)].shape)
