"""Facts of docs/reference/myths.md: those that no other page has."""

import numpy as np
import torch


def all_refuse_reversed_arrays():
    """`torch.tensor`, `torch.as_tensor`, `torch.asarray` with `copy=True` and `torch.Tensor` refuse a reversed array alike."""
    samples = np.arange(3.0, dtype=np.float32)[::-1]
    for convert in (torch.tensor, torch.as_tensor, lambda a: torch.asarray(a, copy=True), torch.Tensor):
        with np.testing.assert_raises_regex(ValueError, "negative"):
            convert(samples)


def transposing_permutes_strides():
    """Transposing permutes the strides, which stay positive: `np.transpose` and `ndarray.T` give the same view."""
    image = np.zeros((2, 3))
    assert image.T.strides == np.transpose(image).strides == (8, 24)
    assert torch.from_numpy(image.T).shape == (3, 2)


def tensors_have_no_buffer():
    """A tensor has no buffer protocol, so `memoryview` of it raises a TypeError; it has `__array__` and `__dlpack__`."""
    tensor = torch.zeros(3)
    with np.testing.assert_raises_regex(TypeError, "bytes-like object is required"):
        memoryview(tensor)
    assert hasattr(tensor, "__array__") and hasattr(tensor, "__dlpack__")


def same_dtypes_are_refused():
    """`torch.tensor` and `torch.as_tensor` refuse the dtypes that `torch.from_numpy` refuses: text, objects, dates, long double."""
    arrays = [np.array(["a"]), np.array([None]), np.zeros(1, "datetime64[s]"), np.zeros(1, np.longdouble)]
    for convert in (torch.from_numpy, torch.tensor, torch.as_tensor):
        for array in arrays:
            with np.testing.assert_raises_regex(TypeError, "can't convert np.ndarray of type"):
                convert(array)


def unsigned_tensors_lack_operations():
    """Of a uint16 tensor `+` raises, where `torch.sum`, indexing and `&` work: many operations are not there on the CPU."""
    counts = torch.from_numpy(np.array([1, 2], np.uint16))
    with np.testing.assert_raises_regex(NotImplementedError, "not implemented for 'UInt16'"):
        counts + counts
    assert counts.sum() == 3
    assert (counts & counts)[1] == 2


def as_tensor_follows_default_device():
    """`torch.as_tensor` copies to the default device, where `torch.from_numpy` stays on the CPU."""
    torch.set_default_device("meta")
    samples = np.zeros(2)
    assert torch.as_tensor(samples).device.type == "meta"
    assert torch.from_numpy(samples).device.type == "cpu"
