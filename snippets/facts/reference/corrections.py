"""Facts of docs/reference/corrections.md: those that no other page has."""

import gc
import weakref

import numpy as np
import torch


def python_integers_are_int64():
    """The tensor of an array of Python integers that fit int64 has that dtype, and it is not printed."""
    for labels in (np.array([3, 1, 2]), np.array([2**63 - 1, -(2**63)])):
        assert torch.from_numpy(labels).dtype == torch.int64
        assert "dtype" not in repr(torch.from_numpy(labels))


def int32_is_printed():
    """An int32 array shows its dtype with `torch.tensor` as with `torch.from_numpy`."""
    labels = np.array([3, 1, 2], np.int32)
    assert repr(torch.from_numpy(labels)) == "tensor([3, 1, 2], dtype=torch.int32)"
    assert repr(torch.tensor(labels)) == "tensor([3, 1, 2], dtype=torch.int32)"


def repr_leaves_out_four_dtypes():
    """With float32 as the default dtype, PyTorch prints no dtype for a CPU tensor of int64, bool, float32 or complex64 that has elements, but prints each other, such as float64 and int32."""
    for dtype in (torch.int64, torch.bool, torch.float32, torch.complex64):
        assert "dtype" not in repr(torch.zeros(2, dtype=dtype))
    integers = (torch.uint8, torch.int8, torch.uint16, torch.int16, torch.uint32, torch.int32, torch.uint64)
    for dtype in (*integers, torch.bfloat16, torch.float16, torch.float64, torch.complex128):
        assert f"dtype={dtype}" in repr(torch.zeros(2, dtype=dtype))
    assert repr(torch.zeros(0, dtype=torch.bool)) == "tensor([], dtype=torch.bool)"
    torch.set_default_dtype(torch.float64)
    assert "dtype=torch.float32" in repr(torch.zeros(2, dtype=torch.float32))
    assert "dtype" not in repr(torch.zeros(2, dtype=torch.float64))


def part_keeps_the_whole():
    """A tensor over a part of an array keeps the whole array in memory, however small the part is."""
    for part in (np.s_[0], np.s_[0, :1], np.s_[:0]):
        frames = np.zeros((100, 4))
        alive = weakref.ref(frames)
        tensor = torch.from_numpy(frames[part])
        del frames
        gc.collect()
        assert alive() is not None, tensor


def clone_lets_go():
    """`Tensor.clone` of a part has a storage that holds no more than the elements of that part."""
    for dtype in "?bBhHiIlLefdFD":
        frames = torch.from_numpy(np.ones((100, 4), dtype))
        for part in (frames[0], frames[:, 0], frames[::2], frames[:0], frames[:, :2], frames[3, 3]):
            clone = part.clone()
            assert clone.untyped_storage().nbytes() == part.nbytes
            assert clone.tolist() == part.tolist()


def clone_frees_the_rest():
    """Once a clone has taken the place of the part, the array is freed, if nothing else refers to it."""
    frames = np.zeros((100, 4))
    alive = weakref.ref(frames)
    first = torch.from_numpy(frames)[0]
    del frames
    gc.collect()
    assert alive() is not None
    first = first.clone()
    gc.collect()
    assert alive() is None


def pad_leaves_the_tensor():
    """`np.pad` makes a longer array of its own, so the tensor stays with the old one."""
    recording = np.array([0.5, 0.25])
    tensor = torch.from_numpy(recording)
    longer = np.pad(recording, (0, 2))
    longer[0] = 9.0
    recording[1] = 1.0
    assert longer.tolist() == [9.0, 0.25, 0.0, 0.0]
    assert tensor.tolist() == [0.5, 1.0]


def resize_works_again():
    """After the last tensor over the array is gone, and nothing else refers to it, `ndarray.resize` works again."""
    recording = np.array([0.5, 0.25])
    tensor = torch.from_numpy(recording)
    tensor = tensor.clone()
    recording.resize(3)
    assert recording.tolist() == [*tensor.tolist(), 0.0]


def np_resize_repeats():
    """`np.resize`, which the message names, does not add zeros to an array that has values: it repeats them to fill a longer array, which is a copy."""
    samples = np.array([1.0, 2.0])
    longer = np.resize(samples, 4)
    assert longer.tolist() == [1.0, 2.0, 1.0, 2.0]
    longer[0] = 9.0
    assert samples[0] == 1.0


def contiguous_copies_once_more():
    """`Tensor.contiguous` puts a copy with transposed strides in order by one more copy; where the order fits, it returns the tensor itself."""
    pixels = torch.tensor(np.arange(6).reshape(2, 3).T)
    ordered = pixels.contiguous()
    assert ordered.stride() == (2, 1)
    assert not np.shares_memory(ordered.numpy(), pixels.numpy())
    assert ordered.contiguous() is ordered


def copy_first_puts_rows_in_order():
    """`ndarray.copy` writes row by row whatever the strides were, so `torch.from_numpy` of that copy shares and is contiguous."""
    for dtype in "?bBhHiIlLefdFD":
        pixels = np.zeros((3, 3), dtype)
        for view in (pixels.T, pixels[::-1], pixels[:, ::2], np.broadcast_to(pixels[0], (3, 3))):
            rows = view.copy()
            tensor = torch.from_numpy(rows)
            assert tensor.is_contiguous()
            tensor[0, 0] = 1
            assert rows[0, 0] == 1


def rebinding_leaves_the_tensor():
    """`array *= 2` reaches a tensor that shares with an array of numbers; `array = array * 2` makes a new array and does not."""
    for dtype in "bBhHiIlLefdFD":
        prices = np.array([1, 2], dtype)
        tensor = torch.from_numpy(prices)
        prices *= 2
        prices = prices * 2
        assert tensor.tolist() == [2, 4]


def out_writes_into_the_tensor():
    """A NumPy function with `out=` writes into the memory that the tensor shares; without it, the function makes a new array."""
    volts = torch.tensor([0.5, 2.0])
    array = volts.numpy()
    np.multiply(array, 10)
    assert volts.tolist() == [0.5, 2.0]
    np.multiply(array, 10, out=array)
    assert volts.tolist() == [5.0, 20.0]


def messages_name_the_call():
    """Of a tensor that requires grad, is sparse, or has the conj or neg bit, the message of `Tensor.numpy` names the call that helps."""
    for dtype in (torch.float16, torch.float32, torch.float64, torch.complex64, torch.complex128):
        wave = torch.arange(2).to(dtype) * (1j if dtype.is_complex else 1)
        refused = [("detach", wave.clone().requires_grad_()), ("to_dense", wave.to_sparse())]
        if dtype.is_complex:
            refused += [("resolve_conj", wave.conj()), ("resolve_neg", wave.conj().imag)]
        for call, tensor in refused:
            with np.testing.assert_raises_regex((RuntimeError, TypeError), rf"ensor\.{call}\(\)"):
                tensor.numpy()
            assert getattr(tensor, call)().numpy().sum() == tensor.sum().item()


def meta_has_nothing_to_copy():
    """For a tensor on the meta device the message of `Tensor.numpy` names `Tensor.cpu`, which raises too: there are no values to copy."""
    for dtype in "?bBhHiIlLefdFD":
        planned = torch.from_numpy(np.zeros(2, dtype)).to("meta")
        with np.testing.assert_raises_regex(TypeError, r"Use Tensor\.cpu\(\)"):
            planned.numpy()
        with np.testing.assert_raises_regex(NotImplementedError, "no data"):
            planned.cpu()


def bfloat16_message_names_no_call():
    """For bfloat16 the message of `Tensor.numpy` names no call that helps."""
    scores = torch.tensor([1.5, 2.5], dtype=torch.bfloat16)
    with np.testing.assert_raises_regex(TypeError, "^Got unsupported ScalarType BFloat16$"):
        scores.numpy()


def tensors_have_no_astype():
    """A tensor has no `astype`; its cast is `Tensor.to`, which copies where the dtype changes."""
    counts = torch.tensor([1, 2])
    assert not hasattr(counts, "astype")
    levels = counts.to(torch.float32)
    levels[0] = 9.0
    assert counts.tolist() == [1, 2]


def astype_first_is_independent():
    """`ndarray.astype` copies even where the dtype stays, unless it is told `copy=False`, so `torch.from_numpy` of the result shares with that copy alone."""
    for dtype in "?bBhHiIlLefdFD":
        heights = np.full(2, 0, dtype)
        cast = heights.astype(dtype)
        torch.from_numpy(cast)[0] = 1
        assert cast.tolist() == [1, 0]
        assert heights.tolist() == [0, 0]
        torch.from_numpy(heights.astype(dtype, copy=False))[0] = 1
        assert heights.tolist() == [1, 0]


def torch_tensor_keeps_the_ids():
    """`torch.tensor` keeps the int64 of large ids, and with it every digit that `torch.Tensor` drops."""
    user_ids = np.array([16_777_216, 16_777_217])
    assert torch.Tensor(user_ids).long().tolist() == [16_777_216, 16_777_216]
    assert torch.tensor(user_ids).tolist() == [16_777_216, 16_777_217]
