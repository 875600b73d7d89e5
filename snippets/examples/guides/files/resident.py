from pathlib import Path

import numpy as np


def megabytes(kind):
    text = Path("/proc/self/status").read_text()
    return int(text.split(kind)[1].split()[0]) // 1000


kinds = "RssFile:", "RssAnon:"
np.save("rows.npy", np.ones((10_000, 500)))
rows = np.load("rows.npy", mmap_mode="r")
before = [megabytes(kind) for kind in kinds]
rows.sum()
for kind, start in zip(kinds, before, strict=True):
    grown = megabytes(kind) - start > 30
    print(kind, "more than 30 MB more:", grown)
