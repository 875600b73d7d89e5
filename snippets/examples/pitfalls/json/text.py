import numpy as np
import torch

loss, scores = torch.tensor(0.1), np.array([0.1])
print("f-string:", f"{loss}")
print("rounded:", f"{loss:.3f}")
print("str:", str(loss))
print("list:", list(scores))
print("tolist:", scores.tolist())
