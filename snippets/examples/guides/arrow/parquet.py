import pyarrow as pa
import pyarrow.parquet as pq
import torch

pq.write_table(pa.table({"age": [31, 45, 28]}), "people.parquet")

column = pq.read_table("people.parquet")["age"]
ages = torch.from_numpy(column.to_numpy().copy())
print("ages:", ages)
