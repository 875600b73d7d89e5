"""Facts of docs/methods/round_trip.md."""

import gc
import warnings

import numpy as np
import torch


def numpy_shares():
    """`Tensor.numpy` gives an array on the memory of a CPU tensor: each side sees what the other writes."""
    scores = torch.tensor([0.25, 0.75, 0.5])
    array = scores.numpy()
    scores[0] = 1.0
    array[2] = 0.0
    assert scores.tolist() == array.tolist() == [1.0, 0.75, 0.0]


def numpy_keeps_dtype():
    """The array of `Tensor.numpy` has the tensor's dtype."""
    for dtype in (torch.bool, torch.uint8, torch.int64, torch.float16, torch.float32, torch.complex64):
        array = torch.zeros(2, dtype=dtype).numpy()
        assert f"torch.{array.dtype}" == str(dtype)


def nothing_to_convert_back():
    """After writes through the array of `Tensor.numpy` there is nothing to convert back: the first tensor itself has changed."""
    scores = torch.tensor([0.25, 0.75])
    scores.numpy()[:] *= 2
    assert scores.tolist() == [0.5, 1.5]


def new_result_is_another_array():
    """`voltages.numpy() * gains` is a new array with memory of its own, so the tensor keeps its values."""
    voltages = torch.tensor([1.0, 2.0])
    gains = np.array([10.0, 20.0])
    scaled = voltages.numpy() * gains
    assert scaled.tolist() == [10.0, 40.0]
    assert voltages.tolist() == [1.0, 2.0]


def float64_wins():
    """A float32 array times a float64 array is float64, and `torch.from_numpy` keeps that dtype."""
    scaled = torch.tensor([1.0, 2.0]).numpy() * np.array([10.0, 20.0])
    assert torch.from_numpy(scaled).dtype == torch.float64
    assert torch.from_numpy(scaled).to(torch.float32).dtype == torch.float32


def back_and_forth_is_one_memory():
    """Array, `torch.from_numpy` of it and `Tensor.numpy` of that are three objects over one memory."""
    samples = np.zeros(3)
    tensor = torch.from_numpy(samples)
    back = tensor.numpy()
    back[0] = 1.0
    assert samples[0] == tensor[0] == 1.0
    assert back is not samples


def base_is_a_tensor():
    """The `base` of the array that comes back is a tensor over the same memory, which keeps it alive."""
    tensor = torch.from_numpy(np.zeros(3))
    base = tensor.numpy().base
    assert isinstance(base, torch.Tensor)
    assert base.data_ptr() == tensor.data_ptr()


def strides_survive():
    """A transposed view comes back from `torch.from_numpy` and `Tensor.numpy` with its shape and its strides, in bytes again."""
    image = np.zeros((2, 3), np.float32)
    back = torch.from_numpy(image.T).numpy()
    assert back.shape == (3, 2)
    assert back.strides == image.T.strides == (4, 12)


def numpy_needs_no_contiguous_tensor():
    """`Tensor.numpy` needs no contiguous tensor: a slice with a step keeps its stride."""
    samples = torch.zeros(6)
    every_other = samples[::2].numpy()
    every_other[:] = 1.0
    assert every_other.strides == (8,)
    assert samples.tolist() == [1.0, 0.0, 1.0, 0.0, 1.0, 0.0]


def zero_d_gives_an_array():
    """`Tensor.numpy` of a 0-d tensor gives a 0-d array, not a Python number, and that array shares memory too."""
    loss = torch.tensor(0.5)
    array = loss.numpy()
    array[...] = 2.0
    assert isinstance(array, np.ndarray)
    assert array.shape == ()
    assert loss.item() == 2.0


def empty_survives():
    """`Tensor.numpy` of an empty tensor keeps its shape and dtype."""
    array = torch.zeros((0, 3), dtype=torch.int16).numpy()
    assert array.shape == (0, 3)
    assert array.dtype == np.int16


def copy_is_independent():
    """`ndarray.copy` of the result is independent of the tensor."""
    weights = torch.tensor([1.0, 2.0])
    snapshot = weights.numpy().copy()
    weights[0] = 9.0
    assert snapshot.tolist() == [1.0, 2.0]


def requires_grad_raises():
    """`Tensor.numpy` of a tensor that requires grad raises a RuntimeError."""
    weights = torch.tensor([1.0, 2.0], requires_grad=True)
    with np.testing.assert_raises_regex(RuntimeError, "Can't call numpy.. on Tensor that requires grad"):
        weights.numpy()


def three_ways_share_a_parameter():
    """`Tensor.detach`, `force=True` and `torch.no_grad` each give an array that shares the parameter's memory."""
    weights = torch.nn.Parameter(torch.zeros(3))
    weights.detach().numpy()[0] = 1.0
    weights.numpy(force=True)[1] = 1.0
    with torch.no_grad():
        weights.numpy()[2] = 1.0
    assert weights.tolist() == [1.0, 1.0, 1.0]


def detach_still_shares():
    """`Tensor.detach` leaves autograd, not the memory: `detach().numpy()` still shares."""
    weights = torch.tensor([1.0, 2.0], requires_grad=True)
    array = weights.detach().numpy()
    array[0] = 9.0
    assert weights[0].item() == 9.0


def grad_does_not_come_back():
    """What comes back through `torch.from_numpy` does not require grad."""
    weights = torch.tensor([1.0, 2.0], requires_grad=True)
    back = torch.from_numpy(weights.detach().numpy())
    assert not back.requires_grad
    assert back.data_ptr() == weights.data_ptr()


def gradient_is_silently_wrong():
    """Autograd keeps a reference to the inputs, not a copy, and does not notice what NumPy writes: the gradient is wrong."""
    inputs = torch.tensor([1.0, 2.0])
    weights = torch.ones(2, requires_grad=True)
    loss = (weights * inputs).sum()
    inputs.numpy()[:] = 100.0
    loss.backward()
    assert weights.grad.tolist() == [100.0, 100.0]


def torch_write_is_noticed():
    """An in-place write by PyTorch is noticed: `Tensor.backward` raises a RuntimeError."""
    inputs = torch.tensor([1.0, 2.0])
    weights = torch.ones(2, requires_grad=True)
    loss = (weights * inputs).sum()
    inputs.fill_(100.0)
    with np.testing.assert_raises_regex(RuntimeError, "modified by an inplace operation"):
        loss.backward()


def read_only_flag_is_lost():
    """A tensor cannot be read-only: the array that comes back is writable, and shares the memory of the protected one."""
    calibration = np.array([1.0, 2.0])
    calibration.flags.writeable = False
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        back = torch.from_numpy(calibration).numpy()
    assert back.flags.writeable
    back[0] = 9.0
    assert calibration[0] == 9.0


def copy_of_read_only_is_safe():
    """`ndarray.copy` of a read-only array causes no warning, and a write to the result does not reach the original."""
    calibration = np.array([1.0, 2.0])
    calibration.flags.writeable = False
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        safe = torch.from_numpy(calibration.copy())
    safe[0] = 9.0
    assert calibration[0] == 1.0


def mask_does_not_come_back():
    """A masked array comes back from `torch.from_numpy` and `Tensor.numpy` as a plain array, with the masked values among the others."""
    readings = np.ma.array([20.5, -999.0], mask=[False, True])
    back = torch.from_numpy(readings).numpy()
    assert type(back) is np.ndarray
    assert back.tolist() == [20.5, -999.0]


def native_order_comes_back():
    """`ndarray.astype` to a native dtype keeps the values; what comes back has the native byte order, so the dtypes differ."""
    heights = np.array([1.0, 2.0], dtype=np.dtype(np.float32).newbyteorder("S"))
    back = torch.from_numpy(heights.astype(np.float32)).numpy()
    assert back.tolist() == heights.tolist()
    assert back.dtype != heights.dtype


def flip_needs_a_copy():
    """A flip in NumPy has a negative stride; `ndarray.copy` writes the values in order, with a positive one."""
    frames = torch.tensor([1.0, 2.0, 3.0])
    flipped = np.flip(frames.numpy())
    with np.testing.assert_raises_regex(ValueError, "negative"):
        torch.from_numpy(flipped)
    assert torch.from_numpy(flipped.copy()).tolist() == [3.0, 2.0, 1.0]


def bfloat16_raises():
    """NumPy has no bfloat16: `Tensor.numpy` raises a TypeError, with `force=True` too."""
    activations = torch.zeros(2, dtype=torch.bfloat16)
    for force in (False, True):
        with np.testing.assert_raises_regex(TypeError, "unsupported ScalarType BFloat16"):
            activations.numpy(force=force)


def float_holds_bfloat16():
    """`Tensor.float` copies to float32, which holds every bfloat16 value, so array and tensor are independent."""
    activations = torch.tensor([0.1, 3e38], dtype=torch.bfloat16)
    array = activations.float().numpy()
    assert torch.equal(torch.from_numpy(array).bfloat16(), activations)
    array[0] = 5.0
    assert activations[0] != 5.0


def conj_bit_raises():
    """`Tensor.conj` sets a bit instead of writing new values, and `Tensor.numpy` then raises a RuntimeError."""
    signal = torch.tensor([1 + 2j])
    assert signal.conj().is_conj()
    with np.testing.assert_raises_regex(RuntimeError, "conjugate bit set"):
        signal.conj().numpy()


def resolve_conj_copies():
    """`Tensor.resolve_conj` writes the values into memory of their own, so the array is a copy."""
    signal = torch.tensor([1 + 2j])
    array = signal.conj().resolve_conj().numpy()
    array[0] = 0
    assert signal.tolist() == [1 + 2j]


def neg_bit_raises():
    """The imaginary part of a conjugated tensor has the neg bit, and `Tensor.numpy` raises a RuntimeError."""
    signal = torch.tensor([1 + 2j])
    assert signal.conj().imag.is_neg()
    with np.testing.assert_raises_regex(RuntimeError, "negative bit set"):
        signal.conj().imag.numpy()


def force_resolves_both_bits():
    """`Tensor.numpy` with `force=True` resolves both bits, and then it copies."""
    signal = torch.tensor([1 + 2j])
    conjugate = signal.conj().numpy(force=True)
    assert conjugate.tolist() == [1 - 2j]
    assert signal.conj().imag.numpy(force=True).tolist() == [-2.0]
    assert not np.shares_memory(conjugate, signal.numpy())


def force_shares_what_needs_no_change():
    """`Tensor.numpy` with `force=True` shares where nothing has to be resolved: a plain tensor, or one that requires grad."""
    weights = torch.zeros(2, requires_grad=True)
    weights.numpy(force=True)[0] = 1.0
    assert weights[0].item() == 1.0


def sparse_raises():
    """A sparse tensor raises a TypeError; `Tensor.to_dense` first gives an array."""
    counts = torch.tensor([0.0, 3.0]).to_sparse()
    with np.testing.assert_raises_regex(TypeError, "can't convert Sparse layout tensor to numpy"):
        counts.numpy()
    assert counts.to_dense().numpy().tolist() == [0.0, 3.0]


def expanded_has_stride_0():
    """`Tensor.numpy` of an expanded tensor gives an array with stride 0, in which all rows are one row in memory."""
    row = torch.zeros(3)
    rows = row.expand(2, 3).numpy()
    row[0] = 1.0
    assert rows.strides == (0, 4)
    assert rows[:, 0].tolist() == [1.0, 1.0]


def array_keeps_the_memory():
    """The array of `Tensor.numpy` keeps the tensor's memory alive after the last name of the tensor is gone."""
    tensor = torch.tensor([1.0, 2.0])
    array = tensor.numpy()
    del tensor
    gc.collect()
    assert array.tolist() == [1.0, 2.0]


def inference_tensors_share():
    """A tensor that was made under `torch.inference_mode` shares with its array."""
    with torch.inference_mode():
        scores = torch.tensor([0.25, 0.75])
    scores.numpy()[0] = 1.0
    assert scores[0].item() == 1.0


def results_require_grad_too():
    """The output of a layer requires grad as its weights do, so `Tensor.numpy` raises a RuntimeError for it too."""
    scores = torch.nn.Linear(3, 2)(torch.ones(3))
    with np.testing.assert_raises_regex(RuntimeError, "Tensor that requires grad"):
        scores.numpy()


def float8_and_complex32_raise():
    """NumPy has no float8 and no complex32 either: `Tensor.numpy` raises a TypeError."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        signal = torch.zeros(2, dtype=torch.complex32)
    for tensor, name in (torch.zeros(2, dtype=torch.float8_e4m3fn), "Float8_e4m3fn"), (signal, "ComplexHalf"):
        with np.testing.assert_raises_regex(TypeError, f"unsupported ScalarType {name}"):
            tensor.numpy()


def meta_raises():
    """A tensor on the meta device has a shape and no values: `Tensor.numpy` raises a TypeError."""
    layer = torch.nn.Linear(3, 2, device="meta")
    with torch.no_grad(), np.testing.assert_raises_regex(TypeError, "can't convert meta device type tensor"):
        layer.weight.numpy()


def array_cannot_be_resized():
    """The array does not own the memory: `ndarray.resize` raises a ValueError."""
    array = torch.tensor([1.0, 2.0]).numpy()
    with np.testing.assert_raises_regex(ValueError, "does not own its data"):
        array.resize(10)


def tensor_cannot_grow():
    """After `Tensor.numpy`, the memory cannot grow: `Tensor.resize_` to more elements raises a RuntimeError."""
    samples, others = torch.zeros(3), torch.zeros(3)
    assert others.resize_(10).shape == (10,)
    array = samples.numpy()
    with np.testing.assert_raises_regex(RuntimeError, "storage that is not resizable"):
        samples.resize_(10)
    assert array.shape == (3,)


def share_memory_leaves_the_array_behind():
    """`Tensor.share_memory_` moves the tensor to other memory, and the array still points to the old address."""
    weights = torch.tensor([1.0, 2.0])
    array = weights.numpy()
    address = array.ctypes.data
    assert weights.data_ptr() == address
    weights.share_memory_()
    assert weights.data_ptr() != address
    assert array.ctypes.data == address
