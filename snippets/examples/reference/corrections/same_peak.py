import resource

import numpy as np
import torch


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # MiB, on Linux


images = np.ones((64, 1024, 1024), dtype=np.uint8)  # 64 MiB
peaks = [peak()]
for convert in (torch.from_numpy, lambda a: torch.from_numpy(a).clone(), torch.tensor):
    convert(images)
    peaks.append(peak())

copies = np.diff(peaks) / 64
print("from_numpy raises the peak by", round(copies[0]), "arrays")
print("from_numpy and clone by", round(copies[1]))
print("tensor, after that, by", round(copies[2]), "more")
