import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import torch

people = pa.table({"age": [31, 45], "weight": [70.5, 62.0]})
pq.write_table(people, "people.parquet")

table = pq.read_table("people.parquet")
columns = [column.to_numpy() for column in table.columns]
features = np.stack(columns, axis=1, dtype=np.float32)
tensor = torch.from_numpy(features)
print("tensor:", tensor, sep="\n")
