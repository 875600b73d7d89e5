# Long: each way to offer memory, with each call that takes it
import numpy as np
import torch

source = np.array([1.5, 2.5])


class OffersArray:
    def __array__(self, dtype=None, copy=None):
        return source


class OffersInterface:
    __array_interface__ = source.__array_interface__


class OffersDLPack:
    def __dlpack__(self, **how):
        return source.__dlpack__(**how)

    def __dlpack_device__(self):
        return source.__dlpack_device__()


for offer in OffersArray, OffersInterface, OffersDLPack:
    print(offer.__name__)
    for call in np.asarray, torch.as_tensor, torch.from_dlpack:
        try:
            result = call(offer())
            shares = np.shares_memory(result, source)
            print(f"  {call.__name__}: {result.dtype}, shares {shares}")
        except RuntimeError:
            print(f"  {call.__name__}: RuntimeError")
