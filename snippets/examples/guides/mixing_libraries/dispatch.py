import os

os.environ["SCIPY_ARRAY_API"] = "1"  # before SciPy is imported

import sklearn
import torch
from sklearn.preprocessing import StandardScaler

features = torch.tensor([[1.0, 10.0], [3.0, 30.0]])
for dispatch in False, True:
    with sklearn.config_context(array_api_dispatch=dispatch):
        scaled = StandardScaler().fit_transform(features)
    print(f"dispatch {dispatch}:", type(scaled).__name__, scaled.dtype)
