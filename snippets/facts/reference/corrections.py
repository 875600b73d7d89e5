"""Facts of docs/reference/corrections.md: those that no other page has."""

import gc
import weakref

import numpy as np
import torch


def python_integers_are_int64():
    """An array of Python integers is int64, and so is its tensor, whose dtype is not printed."""
    labels = np.array([3, 1, 2])
    tensor = torch.from_numpy(labels)
    assert labels.dtype == np.int64
    assert repr(tensor) == "tensor([3, 1, 2])"


def int32_is_printed():
    """An int32 array shows its dtype with `torch.tensor` as with `torch.from_numpy`."""
    labels = np.array([3, 1, 2], np.int32)
    assert repr(torch.tensor(labels)) == repr(torch.from_numpy(labels))
    assert "dtype=torch.int32" in repr(torch.tensor(labels))


def repr_leaves_out_four_dtypes():
    """PyTorch prints no dtype for int64, bool, float32 and complex64, but prints others, such as float64 and int32."""
    for dtype in (torch.int64, torch.bool, torch.float32, torch.complex64):
        assert "dtype" not in repr(torch.zeros(2, dtype=dtype))
    for dtype in (torch.float64, torch.float16, torch.int32, torch.uint8, torch.complex128):
        assert f"dtype={dtype}" in repr(torch.zeros(2, dtype=dtype))


def part_keeps_the_whole():
    """A tensor over a part of an array keeps the whole array in memory, however small the part is."""
    frames = np.zeros((100, 4))
    alive = weakref.ref(frames)
    first = torch.from_numpy(frames[0])
    del frames
    gc.collect()
    assert first.nbytes == 32
    assert alive() is not None and alive().nbytes == 3200


def clone_lets_go():
    """`Tensor.clone` of a part has a storage that holds no more than the elements of that part."""
    frames = torch.zeros(100, 4)
    first = frames[0]
    assert first.untyped_storage().nbytes() == 1600
    assert first.clone().untyped_storage().nbytes() == 16


def clone_frees_the_rest():
    """Once a clone has taken the place of the part, the array is freed."""
    frames = np.zeros((100, 4))
    alive = weakref.ref(frames)
    first = torch.from_numpy(frames)[0]
    del frames
    gc.collect()
    assert alive() is not None
    first = first.clone()
    gc.collect()
    assert alive() is None
    assert first.tolist() == [0.0, 0.0, 0.0, 0.0]


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
    """After the last tensor over the array is gone, `ndarray.resize` works again."""
    recording = np.array([0.5, 0.25])
    tensor = torch.from_numpy(recording)
    with np.testing.assert_raises_regex(ValueError, "cannot resize an array"):
        recording.resize(3)
    tensor = tensor.clone()
    recording.resize(3)
    assert recording.tolist() == [0.5, 0.25, 0.0]


def np_resize_repeats():
    """`np.resize`, which the message names, repeats the values, where `ndarray.resize` adds zeros."""
    samples = np.array([1.0, 2.0])
    assert np.resize(samples, 4).tolist() == [1.0, 2.0, 1.0, 2.0]
    samples.resize(4)
    assert samples.tolist() == [1.0, 2.0, 0.0, 0.0]


def contiguous_copies_once_more():
    """`Tensor.contiguous` puts a copy with transposed strides in order by one more copy; where the order fits, it returns the tensor itself."""
    pixels = torch.tensor(np.arange(6).reshape(2, 3).T)
    ordered = pixels.contiguous()
    assert ordered.stride() == (2, 1)
    assert not np.shares_memory(ordered.numpy(), pixels.numpy())
    assert ordered.contiguous() is ordered


def copy_first_puts_rows_in_order():
    """`ndarray.copy` writes row by row whatever the strides were, so `torch.from_numpy` of that copy is contiguous."""
    pixels = np.arange(6).reshape(2, 3).T
    rows = pixels.copy()
    tensor = torch.from_numpy(rows)
    assert tensor.is_contiguous()
    assert np.shares_memory(tensor.numpy(), rows)
    assert not torch.from_numpy(pixels).is_contiguous()


def rebinding_leaves_the_tensor():
    """`array *= 100` reaches a tensor that shares with the array; `array = array * 100` makes a new array and does not."""
    prices = np.array([1.0, 2.0])
    tensor = torch.from_numpy(prices)
    prices *= 100
    prices = prices * 100
    assert tensor.tolist() == [100.0, 200.0]
    assert prices.tolist() == [10_000.0, 20_000.0]


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
    wave = torch.tensor([1 + 2j]).conj()
    refused = {
        "detach": torch.ones(2, requires_grad=True),
        "to_dense": torch.eye(2).to_sparse(),
        "resolve_conj": wave,
        "resolve_neg": wave.imag,
    }
    for call, tensor in refused.items():
        with np.testing.assert_raises_regex((RuntimeError, TypeError), rf"ensor\.{call}\(\)"):
            tensor.numpy()
        assert getattr(tensor, call)().numpy().shape == tensor.shape


def meta_has_nothing_to_copy():
    """For a tensor on the meta device the message of `Tensor.numpy` names `Tensor.cpu`, which raises too: there are no values to copy."""
    planned = torch.zeros(2, device="meta")
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
    """`ndarray.astype` copies even where the dtype stays, so `torch.from_numpy` of the result shares nothing with the array."""
    heights = np.array([1.5, 2.5], np.float32)
    cast = heights.astype(np.float32)
    tensor = torch.from_numpy(cast)
    tensor[0] = 9.0
    assert cast.tolist() == [9.0, 2.5]
    assert heights.tolist() == [1.5, 2.5]


def torch_tensor_keeps_the_ids():
    """`torch.tensor` keeps the int64 of large ids, and with it every digit that `torch.Tensor` drops."""
    user_ids = np.array([16_777_216, 16_777_217])
    assert torch.Tensor(user_ids).long().tolist() == [16_777_216, 16_777_216]
    assert torch.tensor(user_ids).tolist() == [16_777_216, 16_777_217]


def cast_input_passes_the_layer():
    """Features that are cast to float32 pass through a layer whose weights are float32."""
    features = torch.from_numpy(np.array([[1.75, 68.0]]))
    layer = torch.nn.Linear(2, 1)
    inputs = features.to(torch.float32)
    assert inputs.dtype == layer.weight.dtype
    assert layer(inputs).shape == (1, 1)


def bytes_are_read_only():
    """An array over `bytes` is read-only; the copy that `torch.tensor` makes is yours to write to."""
    message = b"abc"
    letters = np.frombuffer(message, np.uint8)
    tensor = torch.tensor(letters)
    tensor[0] = 0
    assert not letters.flags.writeable
    assert message == b"abc"
