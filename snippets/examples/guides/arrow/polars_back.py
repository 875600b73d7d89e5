import polars as pl
import torch

scores = torch.tensor([0.5, 0.25])
frame = pl.DataFrame({"age": [31, 45]})

scored = frame.with_columns(score=pl.Series(scores.numpy()))
print("frame:", scored, sep="\n")
