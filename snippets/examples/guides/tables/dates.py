import numpy as np
import pandas as pd
import torch

readings = pd.DataFrame({"at": pd.to_datetime(["2026-03-01 12:00", "2026-03-01 12:30", None])})
try:
    torch.from_numpy(readings["at"].to_numpy(copy=True))
except TypeError as error:
    print(str(error).partition(". ")[0])

seconds = (readings["at"] - readings["at"].min()).dt.total_seconds()
print(torch.from_numpy(seconds.to_numpy(np.float32, copy=True)))
