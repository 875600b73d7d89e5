import pyarrow as pa
import torch

scores = torch.tensor([0.5, 0.25])
column = pa.array(scores.numpy())
table = pa.table({"score": scores.clone().numpy()})

scores[0] = 9
print("shares:", column.to_pylist())
print("copied:", table["score"].to_pylist())
