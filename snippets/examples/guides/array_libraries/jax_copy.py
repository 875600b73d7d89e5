import jax.numpy as jnp
import torch

array = jnp.arange(4.0)
tensor = torch.from_dlpack(array).clone()

tensor[0] = 9
print("array:", array)
