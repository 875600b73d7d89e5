import warnings

import numpy as np
import torch
from PIL import Image

photo = Image.new("RGB", (64, 48))
for name, read in [("np.array", np.array), ("np.asarray", np.asarray)]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        torch.from_numpy(read(photo))
    print(name, [str(warning.message).partition(",")[0] for warning in caught])
try:
    torch.tensor(photo)
except RuntimeError as error:
    print(error)
