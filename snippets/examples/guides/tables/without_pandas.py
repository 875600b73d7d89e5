from pathlib import Path

import numpy as np
import torch

Path("rooms.csv").write_text("area,rent\n31,650\n48,\n")

rooms = np.genfromtxt(
    "rooms.csv",
    delimiter=",",
    skip_header=1,
    dtype=np.float32,
    ndmin=2,
)
print("tensor:", torch.from_numpy(rooms), sep="\n")
