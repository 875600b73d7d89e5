"""Facts of docs/methods/copy_into.md."""

import warnings

import numpy as np
import torch


def writes_into_its_memory():
    """Where the two share no memory, `target.copy_(source)` writes the values of the tensor `source` into the memory of `target`, cast to its dtype and broadcast to its shape, or raises, as of a sparse or a meta tensor."""
    for dtype in "?bBhHiIlLefd":
        frame = np.array([0, 1, 1], dtype)
        for batch in torch.zeros(2, 3), torch.zeros(3, 2).T, torch.zeros(2, 6)[:, ::2], torch.zeros(3):
            memory, strides = batch.numpy(), batch.stride()
            batch.copy_(torch.from_numpy(frame))
            expected = np.broadcast_to([0.0, 1.0, 1.0], batch.shape).tolist()
            assert memory.tolist() == batch.tolist() == expected
            frame[0] = 1
            assert batch.tolist() == expected
            frame[0] = 0
            assert (batch.dtype, batch.stride()) == (torch.float32, strides)
            for refused in batch.to_sparse(), batch.to("meta"):
                with np.testing.assert_raises_regex((RuntimeError, NotImplementedError), "(?i)sparse|meta"):
                    batch.copy_(refused)


def overlap_gives_wrong_values():
    """Between parts of one tensor that overlap, `Tensor.copy_`, an assignment and `tensor += other` raise a RuntimeError or may write wrong values, as in `history[:, 1:] = history[:, :-1]`, where NumPy writes what was there before."""
    for dtype in "?bBhHiIlLefdFD":
        readings = (np.arange(800).reshape(2, 400) % 3 == 0).astype(dtype)
        before = readings[:, :-1].tolist()
        assigned, copied = torch.from_numpy(readings.copy()), torch.from_numpy(readings.copy())
        with np.testing.assert_raises_regex(RuntimeError, "refer to a single memory location"):
            assigned[0, 1:] = assigned[0, :-1]
        with np.testing.assert_raises_regex(RuntimeError, "refer to a single memory location"):
            copied[0, 1:].copy_(copied[0, :-1])
        assigned[:, 1:] = assigned[:, :-1]
        assert assigned[:, 1:].tolist() != before
        copied[:, 1:].copy_(copied[:, :-1])
        assert copied[:, 1:].tolist() != before
        np.copyto(readings[:, 1:], readings[:, :-1])
        assert readings[:, 1:].tolist() == before
    for dtype in "bBhilefdFD":
        total = np.ones((2, 400), dtype)
        added = torch.from_numpy(total.copy())
        with np.testing.assert_raises_regex(RuntimeError, "refer to a single memory location"):
            added[0, 1:] += added[0, :-1]
        added[:, 1:] += added[:, :-1]
        total[:, 1:] += total[:, :-1]
        assert added.tolist() != total.tolist()


def what_it_refuses():
    """`Tensor.copy_` raises a TypeError for an array or a list, and, where autograd is on, a RuntimeError for a leaf that requires grad, such as a parameter."""
    batch = torch.zeros(3)
    for dtype in "?bBhHiIlLefdFD":
        for values in np.zeros(3, dtype), np.ones(1, dtype), np.ones((), dtype), np.zeros(3, dtype).tolist():
            with np.testing.assert_raises_regex(TypeError, "must be Tensor, not"):
                batch.copy_(values)
    for dtype in torch.float16, torch.float32, torch.float64, torch.complex64:
        weight = torch.nn.Parameter(torch.zeros(2, dtype=dtype))
        pretrained = torch.from_numpy(np.array([0.5, -0.5]))
        with np.testing.assert_raises_regex(RuntimeError, "a leaf Variable that requires grad"):
            weight.copy_(pretrained)
        with torch.no_grad():
            weight.copy_(pretrained)


def assignment():
    """Assigning a tensor to a part of another copies; a part that numbers and slices name casts, as `Tensor.copy_` does, and a mask or a list of indices raises a RuntimeError for several numbers of another dtype; assigning an array, even of no axes or of the same dtype, raises a TypeError."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.zeros(3, dtype=torch.complex64)
        measured = np.array([0, 1, 1], dtype)
        scores[:] = torch.from_numpy(measured)
        measured[0] = 1
        assert scores.tolist() == [0, 1, 1]
        for places in torch.tensor([True, True, True]), [0, 1, 2]:
            scores[places] = torch.from_numpy(measured).to(scores)
            assert scores.tolist() == [1, 1, 1]
            if dtype != "F":
                with np.testing.assert_raises_regex(RuntimeError, "source and destination dtypes match"):
                    scores[places] = torch.from_numpy(measured)
            scores[0] = 0
        batch = torch.from_numpy(np.zeros((2, 3), dtype))
        for readings in (np.zeros(3, dtype), np.zeros((), dtype)):
            with np.testing.assert_raises_regex(TypeError, "can't assign a numpy.ndarray to a torch"):
                batch[0] = readings


def out_writes_into_the_tensor():
    """`out=tensor.numpy()` makes `np.multiply` or another ufunc write into the tensor's memory, cast to its dtype; a cast from complex to real numbers, from floats to integers, from signed to unsigned ones, or from any number to bool raises a TypeError."""
    readings = np.array([20.5, 21.0])
    for dtype in (torch.float16, torch.float32, torch.float64, torch.complex64, torch.complex128):
        batch = torch.zeros(2, dtype=dtype)
        for ufunc in (np.multiply, np.add):
            ufunc(readings, 2, out=batch.numpy())
            assert batch.tolist() == ufunc(readings, 2).tolist()
    unsigned, signed, floats = "BHIL", "bhil", "efd"
    for taken, dtypes in (
        (unsigned, unsigned + signed + floats + "FD"),
        (signed, signed + floats + "FD"),
        (floats, floats + "FD"),
        ("FD", "FD"),
    ):
        for results in taken:
            for dtype in "?" + unsigned + signed + floats + "FD":
                counts, batch = np.array([3, 4], results), torch.from_numpy(np.zeros(2, dtype))
                if dtype in dtypes:
                    np.multiply(counts, counts, out=batch.numpy())
                    assert batch.tolist() == [9, 16]
                else:
                    with np.testing.assert_raises_regex(TypeError, "Cannot cast ufunc 'multiply' output"):
                        np.multiply(counts, counts, out=batch.numpy())


def copyto_refuses_to_lose_a_part():
    """`np.copyto` refuses complex to float, and float to integer, with a TypeError; `Tensor.copy_` drops the imaginary part with a warning, and the fraction without one."""
    torch.set_warn_always(True)
    for values, batch in ((np.array([1 + 2j]), torch.zeros(1)), (np.array([1.75]), torch.zeros(1, dtype=torch.int64))):
        with np.testing.assert_raises_regex(TypeError, "same_kind"):
            np.copyto(batch.numpy(), values)
        with warnings.catch_warnings(record=True) as caught:
            batch.copy_(torch.from_numpy(values))
        told = [str(one.message) for one in caught]
        assert any("discards the imaginary part" in text for text in told) == np.iscomplexobj(values)
        assert batch.tolist() == [1]


def assigning_a_scalar_depends_on_it():
    """A NumPy integer below 2**63, `np.float64` or `np.complex128` fills its part, or a RuntimeError says that the dtype does not hold it: uint8 refuses 300, NaN and 1j, but makes 3 of 3.9 and 255 of -1, and float16 makes infinity of 70000; `np.bool_` and each other scalar, such as `np.float32`, raises a TypeError, even in a tensor of its dtype."""
    batch = torch.zeros(2, 3)
    for dtype in "bBhHiIlLdD":
        batch.zero_()[0] = np.ones(1, dtype)[0]
        assert batch.tolist() == [[1.0, 1.0, 1.0], [0.0, 0.0, 0.0]]
    pixels = torch.zeros(2, dtype=torch.uint8)
    pixels[0], pixels[1] = np.float64(3.9), np.int64(-1)
    assert pixels.tolist() == [3, 255]
    for large in np.float64(70000), np.int64(70000):
        half = torch.zeros(2, dtype=torch.float16)
        half[0] = large
        assert half.tolist() == [np.inf, 0.0]
    for beyond in np.int64(300), np.float64("nan"), np.complex128(1j):
        with np.testing.assert_raises_regex(RuntimeError, "without overflow"):
            pixels[0] = beyond
    for dtype in "?efF":
        scores = np.ones(3, dtype)
        with np.testing.assert_raises_regex(TypeError, "can't assign a numpy"):
            torch.from_numpy(scores)[0] = scores[0]
