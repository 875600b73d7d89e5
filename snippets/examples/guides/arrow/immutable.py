import pyarrow as pa
import torch

ages = pa.array([31, 45, 28])
torch.from_dlpack(ages)[0] = 99
print("ages:", ages.to_pylist())
