import numpy as np
import torch

records = np.array([(1, 0.5), (2, 0.9)], dtype=[("id", "u1"), ("score", "f4")])
scores = records["score"]
print("stride:", scores.strides, "element:", scores.itemsize)

print("scores:", torch.from_numpy(scores.copy()))
