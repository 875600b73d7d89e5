# Raises KeyError: the row with the label 1 was filtered out
import pandas as pd
import torch

frame = pd.DataFrame({"age": [31, 45, 28]})
kept = frame[frame["age"] < 40]

values = kept.to_numpy(dtype="float32")
rows = torch.tensor(values)
print("labels:", kept.index.tolist())
print("row 1:", rows[1])
kept["age"][1]
