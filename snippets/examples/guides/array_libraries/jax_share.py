import jax.numpy as jnp
import torch

array = jnp.arange(4.0)
tensor = torch.from_dlpack(array)

tensor[0] = 9
print("tensor:", tensor)
print("array:", array)
