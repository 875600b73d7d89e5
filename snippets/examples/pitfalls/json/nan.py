import json
from math import isfinite

import torch

losses = torch.tensor([0.5, torch.nan, torch.inf]).tolist()
known = [loss if isfinite(loss) else None for loss in losses]

print("as it is:", json.dumps(losses))
print("null:", json.dumps(known, allow_nan=False))
