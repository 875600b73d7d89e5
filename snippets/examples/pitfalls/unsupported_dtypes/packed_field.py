# Raises ValueError: a record has 5 bytes, and the score has 4 of them
import numpy as np
import torch

records = np.array([(1, 0.5), (2, 0.9)], dtype=[("id", "u1"), ("score", "f4")])

torch.from_numpy(records["score"])
