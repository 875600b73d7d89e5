# Long: a call is tried with less memory and with more
import resource
from pathlib import Path

import numpy as np
import torch


def fits(call, room):
    """Whether a call gets by with so many bytes beyond what the process has now."""
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (used + room, before[1]))
    try:
        call(frames)
    except RuntimeError:
        return False
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
    return True


frames = np.ones((32, 1024, 1024), dtype=np.float32)
calls = {"from_numpy": torch.from_numpy, "clone": lambda a: torch.from_numpy(a).clone(), "tensor": torch.tensor}
for name, call in calls.items():
    half, more = (fits(call, int(share * frames.nbytes)) for share in (0.5, 1.5))
    print(f"{name}: with memory for half an array more: {half}, for one and a half: {more}")
