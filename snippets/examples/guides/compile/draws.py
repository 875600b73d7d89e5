import numpy as np
import torch


@torch.compile(backend="eager")
def draw():
    return np.random.rand(2)


for numpy_seed, torch_seed in (0, 0), (1, 0), (0, 1):
    np.random.seed(numpy_seed)
    torch.manual_seed(torch_seed)
    print(f"seeds: NumPy {numpy_seed}, torch {torch_seed}:", draw())
