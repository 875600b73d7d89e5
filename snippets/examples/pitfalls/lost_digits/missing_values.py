import warnings

import numpy as np
import torch

ages = np.array([34.0, np.nan, 51.0])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    torch.tensor(ages, dtype=torch.uint8)
    print(len(caught))
    ages.astype(np.uint8)
    print(caught[0].message)

known = np.isfinite(ages)
print(torch.tensor(np.where(known, ages, 0), dtype=torch.uint8), torch.from_numpy(known))
