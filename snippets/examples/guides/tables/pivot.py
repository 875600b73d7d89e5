import numpy as np
import pandas as pd
import torch

readings = pd.DataFrame(
    {
        "day": [1, 1, 2, 2],
        "room": ["attic", "hall", "attic", "hall"],
        "level": [20.5, 21.0, 19.5, 22.0],
    }
)
wide = readings.pivot(index="day", columns="room", values="level")
array = wide.to_numpy(np.float32, copy=True)
tensor = torch.from_numpy(array)
print("columns:", list(wide.columns))
print("tensor:", tensor)
