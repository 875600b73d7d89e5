import numpy as np
from torch.utils.data import default_collate

single = [np.float32(0.5), np.float32(1.5)]

print("floats:", default_collate([0.5, 1.5]).dtype)
print("integer first:", default_collate([1, 2.5]).dtype)
print("float32 scalars:", default_collate(single).dtype)
print("integers:", default_collate([1, 2]).dtype)
print("booleans:", default_collate([True, False]).dtype)
print("names:", default_collate(["cat", "dog"]))
