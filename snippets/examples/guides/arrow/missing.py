import pyarrow as pa
import torch

ages = pa.chunked_array([[31, None, 28]])

print("as it is:", torch.from_numpy(ages.to_numpy()))
filled = ages.fill_null(-1).to_numpy()
print("filled:", torch.from_numpy(filled.copy()))
