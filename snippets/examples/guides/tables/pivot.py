# Long: the rows of a table, one to a line
import numpy as np
import pandas as pd
import torch

rows = [
    (1, "attic", 20.5),
    (1, "hall", 21.0),
    (2, "attic", 19.5),
    (2, "hall", 22.0),
]
names = ["day", "room", "level"]
readings = pd.DataFrame(rows, columns=names)

wide = readings.pivot(
    index="day",
    columns="room",
    values="level",
)
array = wide.to_numpy(np.float32, copy=True)
tensor = torch.from_numpy(array)
print("columns:", list(wide.columns))
print("tensor:", tensor)
