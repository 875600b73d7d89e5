import pyarrow as pa
import torch

vectors = pa.array([[1.0, 2.0], [3.0, 4.0]])
table = pa.table({"vector": vectors})

kind = pa.list_(pa.float32(), 2)
column = table["vector"].cast(kind).combine_chunks()
flat = column.flatten().to_numpy()
tensor = torch.from_numpy(flat.copy()).reshape(-1, 2)
print("tensor:", tensor, sep="\n")
