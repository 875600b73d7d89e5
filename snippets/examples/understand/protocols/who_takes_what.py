# Long: each way to offer memory, with each call that takes it
import numpy as np
import torch

source = np.array([1.5, 2.5])
offers = {
    "__array__": lambda self, dtype=None, copy=None: source,
    "__array_interface__": source.__array_interface__,
    "__dlpack__": lambda self, **how: source.__dlpack__(**how),
}
for call in np.asarray, torch.as_tensor, torch.from_dlpack:
    for name, offer in offers.items():
        members = {name: offer, "__dlpack_device__": lambda self: (1, 0)}
        thing = type("Thing", (), members)()
        try:
            result = call(thing)
            shares = np.shares_memory(result, source)
            print(f"{call.__name__}, {name}: {result.dtype}, shares {shares}")
        except RuntimeError:
            print(f"{call.__name__}, {name}: RuntimeError")
