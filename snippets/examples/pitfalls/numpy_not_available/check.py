import numpy as np
import torch


def numpy_works_with_torch():
    try:
        return torch.from_numpy(np.zeros(1)).numpy().shape == (1,)
    except (RuntimeError, TypeError):
        return False


assert numpy_works_with_torch(), f"torch {torch.__version__} cannot use NumPy {np.__version__} of {np.__file__}"
print("NumPy and PyTorch work together")
