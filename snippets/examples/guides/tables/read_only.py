import warnings

import numpy as np
import pandas as pd
import torch

torch.set_warn_always(True)
levels = pd.DataFrame({"indoor": [20.5, 21.0], "outdoor": [3.5, 4.0]})
for options in {"copy": True}, {"dtype": np.float32}, {}:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        tensor = torch.from_numpy(levels.to_numpy(**options))
    print(*options, tensor.dtype, "warns" if caught else "does not warn")
tensor.fill_(0)
print(levels["indoor"].tolist())
