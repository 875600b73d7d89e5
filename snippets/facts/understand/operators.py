"""Facts of docs/understand/operators.md."""

import numpy as np
import torch


def priority_decides():
    """`ndarray.__add__` returns `NotImplemented` for a tensor, because the tensor's `__array_priority__` of 1000 tells it to give way."""

    class Low(torch.Tensor):
        __array_priority__ = -1

    for dtype in "?bBhHiIlLefdFD":
        array = np.array([1, 0], dtype)
        tensor = torch.from_numpy(array.copy())
        assert array.__add__(tensor) is NotImplemented
        result = array.__add__(tensor.as_subclass(Low))
        assert type(result) is np.ndarray and result.tolist() == (array + array).tolist()
    assert torch.Tensor.__array_priority__ == 1000


def no_array_ufunc():
    """A tensor has neither `__array_ufunc__` nor `__array_function__`, with which a class answers for NumPy's functions itself."""
    assert not hasattr(torch.Tensor, "__array_ufunc__")
    assert not hasattr(torch.Tensor, "__array_function__")


def torch_asks_for_torch_function():
    """`torch.add` lets an argument that is no tensor answer if it has `__torch_function__`; an array has none, and raises a TypeError."""

    class Answers:
        @classmethod
        def __torch_function__(cls, function, types, values, options=None):
            return "answered"

    assert torch.add(torch.ones(2), Answers()) == torch.add(Answers(), torch.ones(2)) == "answered"
    for dtype in "?bBhHiIlLefdFD":
        array = np.ones(2, dtype)
        with np.testing.assert_raises_regex(TypeError, "must be Tensor, not numpy.ndarray"):
            torch.add(array, torch.from_numpy(array))


def tensors_pass():
    """`Tensor.__add__` and `Tensor.__radd__` return `NotImplemented` for an array, because `torch.add` takes none."""
    for dtype in "?bBhHiIlLefdFD":
        array = np.ones(2, dtype)
        tensor = torch.tensor(array)
        assert tensor.__add__(array) is NotImplemented
        assert tensor.__radd__(array) is NotImplemented
        with np.testing.assert_raises_regex(TypeError, "must be Tensor, not numpy.ndarray"):
            torch.add(tensor, array)


def array_is_asked_last():
    """With a plain array of a dtype that PyTorch has on the right, `ndarray.__radd__` is the last to be asked, and answers: NumPy reads the tensor by `Tensor.__array__`, adds, and makes a tensor of the sum by `Tensor.__array_wrap__`."""
    asked = []

    class Asked(torch.Tensor):
        def __array__(self, *how):
            asked.append("__array__")
            return super().__array__(*how)

        def __array_wrap__(self, array, *rest):
            asked.append("__array_wrap__")
            return super().__array_wrap__(array)

    for dtype in "?bBhHiIlLefdFD":
        array = np.array([1, 0], dtype)
        asked.clear()
        result = torch.tensor(array).as_subclass(Asked) + array
        assert asked == ["__array__", "__array_wrap__"]
        assert torch.is_tensor(result)
        assert result.tolist() == (array + array).tolist()
