import jax.numpy as jnp
import torch

for dtype in torch.float32, torch.float64, torch.int64:
    tensor = torch.ones(3, dtype=dtype)
    print(dtype, "gives", jnp.from_dlpack(tensor).dtype)
