import numpy as np
import torch

torch.set_default_device("cuda")
readings = np.array([20.5, 21.0], dtype=np.float32)
calls = {
    "torch.tensor": torch.tensor,
    "torch.as_tensor": torch.as_tensor,
    "torch.asarray": torch.asarray,
    "torch.from_numpy": torch.from_numpy,
    "torch.from_dlpack": torch.from_dlpack,
    "torch.Tensor": torch.Tensor,
    "torch.utils.data.default_collate": lambda array: torch.utils.data.default_collate([array]),
}

for name, call in calls.items():
    try:
        print(f"{name}: {call(readings).device}")
    except Exception as error:
        print(f"{name}: {type(error).__name__}: {error}".splitlines()[0])
