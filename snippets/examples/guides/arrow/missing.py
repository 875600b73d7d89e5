import pyarrow as pa
import torch

ages = pa.chunked_array([[31, None, 28]])

print(torch.from_numpy(ages.to_numpy()))
print(torch.from_numpy(ages.fill_null(-1).to_numpy().copy()))
