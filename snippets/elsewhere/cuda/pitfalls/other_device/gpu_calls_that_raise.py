import numpy as np
import torch

weights = np.array([0.5, 0.25])
on_gpu = torch.tensor([1.0, 2.0], device="cuda")
calls = {
    "np.asarray(on_gpu)": lambda: np.asarray(on_gpu),
    "np.array([on_gpu[0]])": lambda: np.array([on_gpu[0]]),
    "np.from_dlpack(on_gpu)": lambda: np.from_dlpack(on_gpu),
    "np.mean(on_gpu)": lambda: np.mean(on_gpu),
    "weights * on_gpu": lambda: weights * on_gpu,
    "on_gpu * weights": lambda: on_gpu * weights,
    "on_gpu * torch.from_numpy(weights)": lambda: on_gpu * torch.from_numpy(weights),
    "float(on_gpu[0])": lambda: float(on_gpu[0]),
    "on_gpu * np.float64(2.0)": lambda: on_gpu * np.float64(2.0),
    "on_gpu * torch.tensor(2.0)": lambda: on_gpu * torch.tensor(2.0),
}

for code, call in calls.items():
    try:
        print(f"{code}: {call()}")
    except Exception as error:
        print(f"{code}: {type(error).__name__}: {error}".splitlines()[0])
