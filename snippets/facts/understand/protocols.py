"""Facts of docs/understand/protocols.md."""

import numpy as np
import torch


def memory_is_asked_for_first():
    """Of an object that has both, and is no number, `str` or `bytes`, `np.asarray` takes the memory that `__array_interface__` names, and does not call `__array__`; where the object is bytes-like, its own buffer comes before both."""
    for dtype in "?bBhHiIlLefdFD":
        source = np.ones(2, dtype)

        class Both:
            __array_interface__ = source.__array_interface__

            def __array__(self, dtype=None, copy=None):
                return np.zeros(2, source.dtype)

        class BytesLike(Both, bytearray):
            pass

        assert np.shares_memory(np.asarray(Both()), source)
        assert np.asarray(BytesLike(b"ab")).tolist() == list(b"ab")


def interface_keeps_its_owner():
    """The array that `np.asarray` makes by an `__array_interface__` that names an address has the object as its `ndarray.base`, and so keeps it alive."""
    for dtype in "?bBhHiIlLefdFD":

        class Owner:
            __array_interface__ = np.ones(2, dtype).__array_interface__

        owner = Owner()
        assert np.asarray(owner).base is owner


def cuda_interface_is_for_the_gpu():
    """`__cuda_array_interface__` is for memory on a GPU: a CPU tensor raises an AttributeError there."""
    for dtype in "?bBhHiIlLefdFD":
        tensor = torch.from_numpy(np.ones(2, dtype))
        with np.testing.assert_raises_regex(AttributeError, "non-CUDA tensor"):
            tensor.__cuda_array_interface__


def dlpack_is_not_asked_for():
    """`np.asarray(thing)` does not ask for `__dlpack__`: of an object that offers nothing else it makes an array of that one object, with dtype object, and raises nothing."""
    for dtype in "?bBhHiIlLefdFD":
        source = np.ones(2, dtype)

        class Capsule:
            def __dlpack__(self, **how):
                return source.__dlpack__(**how)

            def __dlpack_device__(self):
                return source.__dlpack_device__()

        array = np.asarray(Capsule())
        assert array.dtype == object
        assert array.shape == ()
