import resource

import numpy as np
import torch

frames = np.ones((32, 1024, 1024), dtype=np.float32)
calls = {"from_numpy": torch.from_numpy, "clone": lambda a: torch.from_numpy(a).clone(), "tensor": torch.tensor}
kept = []  # so that each call needs memory that no other has used

for name, call in calls.items():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    kept.append(call(frames))
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    print(f"{name}: the peak of memory rises by {round(grown / frames.nbytes)} times the array")
