import jax.numpy as jnp
import torch

tensor = torch.arange(3.0)
array = jnp.from_dlpack(tensor.clone())
tensor[0] = 9
print("array:", array, array.dtype)

ids = torch.tensor([3, 2**40 + 1])
narrow = jnp.from_dlpack(ids)
print("of int64:", narrow, narrow.dtype)
