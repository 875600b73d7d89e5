"""Facts of docs/reference/myths.md: those that no other page has."""

import warnings

import numpy as np
import torch


def all_refuse_reversed_arrays():
    """`torch.tensor`, `torch.as_tensor`, `torch.asarray` and `torch.Tensor` refuse an array with a negative stride, as `torch.from_numpy` does."""
    for dtype in "?bBhHiIlLefdFD":
        samples = np.zeros(3, dtype)[::-1]
        for convert in (torch.tensor, torch.as_tensor, torch.asarray, torch.Tensor, torch.from_numpy):
            with np.testing.assert_raises_regex(ValueError, "negative"):
                convert(samples)
        with np.testing.assert_raises_regex(ValueError, "negative"):
            torch.asarray(samples, copy=True)


def transposing_permutes_strides():
    """Transposing permutes the strides and changes none: `np.transpose` and `ndarray.T` give the same view."""
    for image in (np.zeros((2, 3)), np.zeros((2, 3))[::-1], np.zeros((3, 2)).T):
        assert np.transpose(image).strides == image.T.strides == image.strides[::-1]
        np.transpose(image)[1, 0] = 1.0
        assert image[0, 1] == 1.0


def contiguous_copy_reverses():
    """`np.ascontiguousarray` of a reversed array is one that `torch.from_numpy` takes, if each reversed axis has two elements or more and PyTorch has the dtype."""
    for dtype in "?bBhHiIlLefdFD":
        image = np.zeros((2, 3), dtype)
        image[0, 0] = 1
        for flipped in (image[::-1], image[:, ::-1], image[::-1, ::-1]):
            assert torch.from_numpy(np.ascontiguousarray(flipped)).tolist() == flipped.tolist()


def tensors_have_no_buffer():
    """A tensor has no buffer protocol, so `memoryview` of it raises a TypeError; it has `__array__` and `__dlpack__`."""
    tensor = torch.zeros(3)
    with np.testing.assert_raises_regex(TypeError, "bytes-like object is required"):
        memoryview(tensor)
    assert hasattr(tensor, "__array__") and hasattr(tensor, "__dlpack__")


def arrays_have_a_buffer():
    """An array of numbers has the buffer protocol, and by that `torch.frombuffer` shares with one that has elements and lies in C order."""
    for dtype in "?bBhHiIlLefdFD":
        for shape in (), (2,), (2, 2):
            samples = np.zeros(shape, dtype)
            torch.frombuffer(memoryview(samples), dtype=torch.from_numpy(samples).dtype)[0] = 1
            assert samples.ravel()[0] == 1
        for other in np.zeros((2, 2), dtype, order="F"), np.zeros(4, dtype)[::2], np.zeros(0, dtype):
            with np.testing.assert_raises_regex((RuntimeError, ValueError), "buffer"):
                torch.frombuffer(memoryview(other), dtype=torch.from_numpy(other).dtype)


def same_dtypes_are_refused():
    """`torch.tensor` and `torch.as_tensor` refuse the dtypes that `torch.from_numpy` refuses: text, objects, dates, records, long double."""
    kinds = [
        np.array(["a"]),
        np.array([None]),
        np.zeros(1, "datetime64[s]"),
        np.zeros(1, "i4,f4"),
        np.zeros(1, np.longdouble),
    ]
    for convert in (torch.from_numpy, torch.tensor, torch.as_tensor):
        for array in kinds:
            with np.testing.assert_raises_regex(TypeError, "can't convert np.ndarray of type"):
                convert(array)


def unsigned_tensors_lack_operations():
    """Of a uint16, uint32 or uint64 tensor on the CPU that is not empty, `Tensor.max`, and `+`, `-` and `<` with another of its dtype or an integer of Python, raise a NotImplementedError, where `*`, `==`, `&`, `Tensor.sum` and indexing work."""
    for dtype in (np.uint16, np.uint32, np.uint64):
        counts = torch.from_numpy(np.array([1, 2], dtype))
        same = lambda t: t + t, lambda t: t - t, lambda t: t < t, lambda t: t.max()
        for refused in (*same, lambda t: t + 1, lambda t: t - 1, lambda t: t < 1):
            with np.testing.assert_raises_regex(NotImplementedError, "not implemented for 'UInt"):
                refused(counts)
        assert counts.sum() == 3
        assert (counts * counts).tolist() == [1, 4]
        assert (counts & counts)[1] == 2


def as_tensor_follows_default_device():
    """`torch.as_tensor` copies to a default device that is not the CPU, where `torch.from_numpy` shares and stays on the CPU."""
    torch.set_default_device("meta")
    for dtype in "?bBhHiIlLefdFD":
        samples = np.zeros(2, dtype)
        assert torch.as_tensor(samples).device.type == "meta"
        torch.from_numpy(samples)[0] = 1
        assert samples[0] == 1


def numpy_functions_give_both():
    """Of a tensor that has an axis and requires no grad, in a dtype that NumPy has, `np.sort`, `np.concatenate` and `np.where` give an array, `np.sqrt`, `np.cumsum` and `np.clip` a tensor, and `np.sum` and `np.max` a TypeError."""
    warnings.simplefilter("ignore")
    for dtype in "?bBhHiIlLefdFD":
        for scores in torch.from_numpy(np.ones(2, dtype)), torch.from_numpy(np.ones((2, 2), dtype)):
            for result in (np.sort(scores), np.concatenate([scores, scores]), np.where(scores == 1, scores, scores)):
                assert type(result) is np.ndarray
            for result in (np.sqrt(scores), np.cumsum(scores), np.clip(scores, 0, 2)):
                assert isinstance(result, torch.Tensor)
            for reduce in (np.sum, np.max):
                with np.testing.assert_raises(TypeError):
                    reduce(scores)


def matmul_wants_one_dtype():
    """`@` of two tensors of different dtypes out of float16, bfloat16, float32 and float64 raises a RuntimeError, where `+` and `*` promote."""
    floats = torch.float16, torch.bfloat16, torch.float32, torch.float64
    for first in floats:
        for second in {*floats} - {first}:
            layer, batch = torch.ones(2, 2, dtype=first), torch.ones(2, 2, dtype=second)
            with np.testing.assert_raises_regex(RuntimeError, "expected .* to have the same dtype"):
                batch @ layer
            promoted = torch.promote_types(first, second)
            assert (batch + layer).dtype == (batch * layer).dtype == promoted
