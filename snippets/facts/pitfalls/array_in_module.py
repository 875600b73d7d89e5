"""Facts of docs/pitfalls/array_in_module.md."""

import numpy as np
import torch
from torch.nn import functional


def layers_take_tensors():
    """`Linear`, `LayerNorm`, `ReLU`, `Dropout`, and `Embedding` without `max_norm=`, raise a TypeError for an array of any dtype, as `cross_entropy` does for labels in an array: "must be Tensor, not numpy.ndarray", or not the subclass, such as memmap or MaskedArray."""
    layers = (
        torch.nn.Linear(2, 1),
        torch.nn.LayerNorm(2),
        torch.nn.ReLU(),
        torch.nn.Dropout(),
        torch.nn.Embedding(3, 2),
    )
    for dtype in "?bBhHiIlLefdFD":
        calls = [*layers, lambda labels: functional.cross_entropy(torch.zeros(2, 3), labels)]
        for call in calls:
            for kind, array in (
                ("numpy.ndarray", np.ones(2, dtype)),
                ("memmap", np.memmap("rows", dtype, "w+", shape=2)),
                ("MaskedArray", np.ma.array(np.ones(2, dtype))),
            ):
                with np.testing.assert_raises_regex(TypeError, f"must be Tensor, not {kind}"):
                    call(array)


def attributes_are_asked_for():
    """For an array, `BatchNorm1d`, `LSTM` and `torch.nn.functional.interpolate` raise an AttributeError, "has no attribute 'dim'", and `Softmax` with `dim=` one about 'softmax'; `Conv1d` and `Conv2d` that pad with zeros raise a TypeError, "invalid combination of arguments", and `Flatten` one, "takes from 0 to 1 positional arguments"."""
    combination, positions = "invalid combination of arguments", "takes from 0 to 1 positional arguments"
    for dtype in "?bBhHiIlLefdFD":
        array = np.ones((1, 1, 2), dtype)
        for call, kind, words in (
            (torch.nn.BatchNorm1d(1), AttributeError, "has no attribute 'dim'"),
            (torch.nn.LSTM(2, 1), AttributeError, "has no attribute 'dim'"),
            (lambda x: functional.interpolate(x, size=2), AttributeError, "has no attribute 'dim'"),
            (torch.nn.Softmax(-1), AttributeError, "has no attribute 'softmax'"),
            (torch.nn.Conv1d(1, 1, 1), TypeError, combination),
            (torch.nn.Conv2d(1, 1, 1), TypeError, combination),
            (torch.nn.Flatten(), TypeError, positions),
        ):
            with np.testing.assert_raises_regex(kind, words):
                call(array)


def losses_call_size():
    """`mse_loss`, `l1_loss` and `binary_cross_entropy` with a target that is an array, and `TensorDataset` of an array, raise a TypeError: "'int' object is not callable"."""
    scores = torch.full((2,), 0.5)
    losses = functional.mse_loss, functional.l1_loss, functional.binary_cross_entropy
    for dtype in "?bBhHiIlLefdFD":
        array = np.ones(2, dtype)
        for call in (
            *(lambda target, loss=loss: loss(scores, target) for loss in losses),
            torch.utils.data.TensorDataset,
        ):
            with np.testing.assert_raises_regex(TypeError, "'int' object is not callable"):
                call(array)


def parameters_are_tensors():
    """`torch.nn.Parameter` of an array raises an AttributeError; an array as a parameter, as a buffer or in the list for an optimizer raises a TypeError."""
    for dtype in "?bBhHiIlLefdFD":
        array = np.ones((1, 2), dtype)
        with np.testing.assert_raises_regex(AttributeError, "has no attribute 'detach'"):
            torch.nn.Parameter(array)
        for call, words in (
            (lambda x: setattr(torch.nn.Linear(2, 1), "weight", x), "cannot assign 'numpy.ndarray' as parameter"),
            (lambda x: torch.nn.Module().register_buffer("mean", x), "object to buffer 'mean'"),
            (lambda x: torch.optim.SGD([x]), "can only optimize Tensors"),
        ):
            with np.testing.assert_raises_regex(TypeError, words):
                call(array)


def indices_are_int64():
    """`Embedding` and `torch.gather` take indices of int64 or int32, `one_hot` of int64 alone; one or more of another dtype raise a RuntimeError."""
    embedding = torch.nn.Embedding(3, 2)
    calls = embedding, functional.one_hot, lambda index: torch.gather(torch.zeros(2), 0, index)
    for dtype in "?bBhHiIlLefd":
        for call in calls:
            for index in torch.from_numpy(np.array([0, 1], dtype)), torch.from_numpy(np.array([0], dtype)):
                if dtype == "l" or (dtype == "i" and call is not functional.one_hot):
                    assert len(call(index)) == len(index)
                    continue
                with np.testing.assert_raises_regex(RuntimeError, "scalar types: Long, Int|LongTensor|int32/int64"):
                    call(index)


def indexed_writes_cast_nothing():
    """Written to the positions that an index tensor with an axis tells, or with `scatter_` or `index_add_`, a tensor of another dtype than float32 raises a RuntimeError in a float32 tensor, also one of one element or none; at a mask, one of several elements raises one, and one of one is cast."""
    for dtype in "?bBhHiIlLed":
        for count in 1, 2:
            places = torch.arange(count)
            values = torch.from_numpy(np.ones(count, dtype))
            for write in (
                lambda tensor: tensor.__setitem__(places, values),
                lambda tensor: tensor.scatter_(0, places, values),
                lambda tensor: tensor.index_add_(0, places, values),
                lambda tensor: tensor.__setitem__(tensor == 0, values.repeat(2)[:2]),
            ):
                with np.testing.assert_raises_regex(RuntimeError, "dtypes match|equal to src.dtype|same scalar type"):
                    write(torch.zeros(2))
        for write in (
            lambda tensor: tensor.__setitem__(places[:0], values[:0]),
            lambda tensor: tensor.scatter_(0, places[:0], values[:0]),
            lambda tensor: tensor.index_add_(0, places[:0], values[:0]),
            lambda tensor: tensor.__setitem__(places, values[0]),
        ):
            with np.testing.assert_raises_regex(RuntimeError, "dtypes match|equal to src.dtype|same scalar type"):
                write(torch.zeros(2))
        for one in values[:1], values[0]:
            written = torch.zeros(3)
            written[written == 0] = one
            assert written.tolist() == [1.0, 1.0, 1.0]
