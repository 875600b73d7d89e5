import pyarrow as pa
import torch

vectors = pa.array([[1.0, 2.0], [3.0, 4.0]], pa.list_(pa.float32(), 2))
table = pa.table({"vector": vectors})

column = table["vector"].combine_chunks()
flat = column.flatten().to_numpy()
tensor = torch.from_numpy(flat.copy()).reshape(-1, 2)
print("tensor:", tensor, sep="\n")
