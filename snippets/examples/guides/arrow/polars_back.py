import polars as pl
import torch

scores = torch.tensor([0.5, 0.25])
frame = pl.DataFrame({"age": [31, 45]})

column = pl.Series(scores.clone().numpy())
scored = frame.with_columns(score=column)
scores.zero_()
print("frame:", scored, sep="\n")
