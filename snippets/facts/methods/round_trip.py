"""Facts of docs/methods/round_trip.md."""

import gc
import warnings
import weakref

import numpy as np
import torch


def numpy_shares():
    """Without `force=True`, the array of `Tensor.numpy` lies on the tensor's memory: each side sees what the other writes, so there is nothing to convert back."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(3, dtype))
        array = scores.numpy()
        scores[0] = 1
        array[2] = 1
        assert scores.tolist() == array.tolist() == [1, 0, 1]


def new_result_is_another_array():
    """The result of an operator, as in `voltages.numpy() * gains`, is a new array with memory of its own, so the tensor keeps its values."""
    for dtype in "bBhHiIlLefdFD":
        voltages, gains = torch.from_numpy(np.array([1, 2], dtype)), np.array([10, 20], dtype)
        scaled = voltages.numpy() * gains
        scaled[0] = 0
        assert voltages.tolist() == [1, 2]


def float64_wins():
    """A float32 array times a float64 array is float64, and `torch.from_numpy` keeps that dtype."""
    scaled = torch.tensor([1.0, 2.0]).numpy() * np.array([10.0, 20.0])
    assert torch.from_numpy(scaled).dtype == torch.float64


def back_and_forth_is_one_memory():
    """An array, `torch.from_numpy` of it and `Tensor.numpy` of that are three objects over one memory, of one dtype, one shape and, unless it is empty, with the same strides."""
    for dtype in "?bBhHiIlLefdFD":
        image = np.zeros((2, 4), dtype)
        for view in image, image.T, image[:, ::2], image[:, :1], image[1, 1, ...]:
            tensor = torch.from_numpy(view)
            back = tensor.numpy()
            back[...] = 1
            assert view.tolist() == tensor.tolist() == np.ones(view.shape, dtype).tolist()
            assert (back.dtype, back.shape, back.strides) == (view.dtype, view.shape, view.strides)
            assert back is not view
            image[...] = 0
        empty = torch.from_numpy(image[:0]).numpy()
        assert (empty.dtype, empty.shape) == (dtype, (0, 4))


def left_behind():
    """The mask of a masked array, a read-only flag and `requires_grad` do not come back: the array is a plain and writable `np.ndarray`, and the tensor made of it requires no grad."""
    for dtype in "?bBhHiIlLefdFD":
        readings = np.ma.array([0, 1], dtype=dtype, mask=[False, True])
        readings.flags.writeable = False
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tensor = torch.from_numpy(readings).requires_grad_(dtype in "efdFD")
        back = tensor.detach().numpy()
        assert type(back) is np.ndarray
        assert back.flags.writeable
        assert not torch.from_numpy(back).requires_grad


def strides_survive():
    """`torch.from_numpy` and `Tensor.numpy` need nothing contiguous: unless it is empty, a transposed or stepped view comes back with its shape and its strides, on the same memory."""
    for dtype in "?bBhHiIlLefdFD":
        image = np.zeros((2, 3), dtype)
        for view in image.T, image[:, ::2]:
            back = torch.from_numpy(view).numpy()
            back[1, 1] = 1
            assert view[1, 1] == 1
            assert (back.shape, back.strides) == (view.shape, view.strides)


def zero_d_gives_an_array():
    """`Tensor.numpy` of a 0-d tensor gives a 0-d array, not a Python number, and that array shares memory too."""
    for dtype in "?bBhHiIlLefdFD":
        loss = torch.from_numpy(np.zeros((), dtype))
        array = loss.numpy()
        assert isinstance(array, np.ndarray)
        array[...] = 1
        assert loss.item() == 1


def requires_grad_raises():
    """Where autograd is on, `Tensor.numpy` without `force=True` raises a RuntimeError for a tensor that requires grad."""
    for dtype in "efdFD":
        weights = torch.from_numpy(np.ones(2, dtype)).requires_grad_()
        with np.testing.assert_raises_regex(RuntimeError, "Can't call numpy.. on Tensor that requires grad"):
            weights.numpy()


def three_ways_share_a_parameter():
    """On the CPU, `Tensor.detach`, `force=True` and `torch.no_grad` each give an array that shares the parameter's memory."""
    for dtype in "efdFD":
        weights = torch.nn.Parameter(torch.from_numpy(np.zeros(3, dtype)))
        weights.detach().numpy()[0] = 1
        weights.numpy(force=True)[1] = 1
        with torch.no_grad():
            weights.numpy()[2] = 1
        assert weights.tolist() == [1, 1, 1]


def detach_still_shares():
    """`Tensor.detach` leaves autograd, not the memory: `detach().numpy()` still shares."""
    for dtype in "efdFD":
        weights = torch.from_numpy(np.zeros(2, dtype)).requires_grad_()
        weights.detach().numpy()[0] = 1
        assert weights.tolist() == [1, 0]


def gradient_is_silently_wrong():
    """Of `weights * inputs`, autograd keeps a reference to `inputs`, not a copy, and does not notice what NumPy writes to it: the gradient is wrong."""
    for dtype in torch.float16, torch.float32, torch.float64:
        inputs = torch.tensor([1.0, 2.0], dtype=dtype)
        weights = torch.ones(2, dtype=dtype, requires_grad=True)
        loss = (weights * inputs).sum()
        inputs.numpy()[:] = 100
        loss.backward()
        assert weights.grad.tolist() == [100, 100]


def torch_write_is_noticed():
    """A write to a factor that autograd has saved, by an in-place method such as `Tensor.fill_`, is noticed, through a view or `Tensor.detach` too, and `Tensor.backward` raises a RuntimeError; by `Tensor.apply_` or `Tensor.map_`, through `Tensor.data`, or a second tensor that is made of its array, it is not."""
    noticed = lambda one: one.fill_(100), lambda one: one[:1].fill_(100), lambda one: one.detach().fill_(100)
    by_python = lambda one: one.apply_(lambda number: 100), lambda one: one.map_(one, lambda number, other: 100)
    others = lambda one: one.data.fill_(100), lambda one: torch.from_numpy(one.numpy()).fill_(100), *by_python
    for dtype in torch.float16, torch.float32, torch.float64:
        for way in noticed + others:
            inputs = torch.tensor([1.0, 2.0], dtype=dtype)
            weights = torch.ones(2, dtype=dtype, requires_grad=True)
            loss = (weights * inputs).sum()
            way(inputs)
            assert inputs._version == (way in noticed)
            if way in noticed:
                with np.testing.assert_raises_regex(RuntimeError, "modified by an inplace operation"):
                    loss.backward()
            else:
                loss.backward()
                assert weights.grad.tolist() == [100, 100]


def read_only_flag_is_lost():
    """A tensor cannot be read-only: the array that comes back is writable, and shares the memory of the protected one."""
    for dtype in "?bBhHiIlLefdFD":
        calibration = np.zeros(2, dtype)
        calibration.flags.writeable = False
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            back = torch.from_numpy(calibration).numpy()
        assert back.flags.writeable
        back[0] = 1
        assert calibration.tolist() == [1, 0]


def mask_does_not_come_back():
    """A masked array comes back from `torch.from_numpy` and `Tensor.numpy` as a plain array, with the masked values among the others."""
    for dtype in "?bBhHiIlLefdFD":
        readings = np.ma.array([0, 1], dtype=dtype, mask=[False, True])
        back = torch.from_numpy(readings).numpy()
        assert type(back) is np.ndarray
        assert back.tolist() == [0, 1]


def bfloat16_raises():
    """NumPy has no bfloat16: once detached, such a tensor raises a TypeError in `Tensor.numpy`, with `force=True` too."""
    activations = torch.zeros(2, dtype=torch.bfloat16)
    for force in (False, True):
        with np.testing.assert_raises_regex(TypeError, "unsupported ScalarType BFloat16"):
            activations.numpy(force=force)


def float_holds_bfloat16():
    """`Tensor.float` copies to float32, which holds every bfloat16 value, so array and tensor are independent."""
    patterns = torch.arange(-(2**15), 2**15).to(torch.int16)
    activations = patterns.view(torch.bfloat16)
    activations = activations[~activations.isnan()]
    array = activations.float().numpy()
    assert array.tolist() == activations.tolist()
    array[0] = 5.0
    assert activations[0] != 5.0


def conj_bit_raises():
    """`Tensor.conj` of a dense complex tensor turns a bit instead of writing new values, and while it is set, `Tensor.numpy` without `force=True` raises a RuntimeError."""
    for dtype in torch.complex64, torch.complex128:
        signal = torch.tensor([1 + 2j], dtype=dtype).conj()
        assert (signal.is_conj(), signal.conj().is_conj()) == (True, False)
        with np.testing.assert_raises_regex(RuntimeError, "conjugate bit set"):
            signal.numpy()


def neg_bit_raises():
    """The imaginary part of a conjugated tensor has the neg bit, and `Tensor.numpy` without `force=True` raises a RuntimeError."""
    for dtype in torch.complex64, torch.complex128:
        imaginary = torch.tensor([1 + 2j], dtype=dtype).conj().imag
        assert imaginary.is_neg()
        with np.testing.assert_raises_regex(RuntimeError, "negative bit set"):
            imaginary.numpy()


def force_resolves_both_bits():
    """`Tensor.numpy` with `force=True` resolves the conj and the neg bit, and then it copies."""
    for dtype in torch.complex64, torch.complex128:
        signal = torch.tensor([1 + 2j], dtype=dtype)
        conjugate, imaginary = signal.conj().numpy(force=True), signal.conj().imag.numpy(force=True)
        signal[0] = 0
        assert conjugate.tolist() == [1 - 2j]
        assert imaginary.tolist() == [-2]


def expanded_has_stride_0():
    """`Tensor.numpy` of a row that is expanded to several gives an array with stride 0, in which all rows are one row in memory."""
    for dtype in "?bBhHiIlLefdFD":
        row = torch.from_numpy(np.zeros(3, dtype))
        rows = row.expand(2, 3).numpy()
        row[0] = 1
        assert rows.strides == (0, row.element_size())
        assert rows.tolist() == [[1, 0, 0], [1, 0, 0]]


def array_keeps_the_memory():
    """The `base` of the array of `Tensor.numpy` is a tensor over the same memory, which keeps it alive after the last name of the tensor is gone."""
    for dtype in "?bBhHiIlLefdFD":
        tensor = torch.from_numpy(np.ones(2, dtype))
        array = tensor.numpy()
        assert isinstance(array.base, torch.Tensor)
        tensor[0] = 0
        del tensor
        gc.collect()
        assert array.tolist() == array.base.tolist() == [0, 1]


def results_require_grad_too():
    """Where autograd is on, the output of a layer requires grad as its weights do, so `Tensor.numpy` raises a RuntimeError for it too."""
    for dtype in torch.float16, torch.float32, torch.float64:
        scores = torch.nn.Linear(3, 2, dtype=dtype)(torch.ones(3, dtype=dtype))
        with np.testing.assert_raises_regex(RuntimeError, "Tensor that requires grad"):
            scores.numpy()


def float8_and_complex32_raise():
    """NumPy has no float8 and no complex32 either: `Tensor.numpy` raises a TypeError."""
    float8 = torch.float8_e4m3fn, torch.float8_e4m3fnuz, torch.float8_e5m2, torch.float8_e5m2fnuz
    for dtype in *float8, torch.complex32:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            signal = torch.zeros(2, dtype=dtype)
        with np.testing.assert_raises_regex(TypeError, "unsupported ScalarType (Float8|ComplexHalf)"):
            signal.numpy()


def array_cannot_be_resized():
    """The array of `Tensor.numpy` does not own its memory: `ndarray.resize` to another number of elements raises a ValueError."""
    for dtype in "?bBhHiIlLefdFD":
        array = torch.from_numpy(np.ones(2, dtype)).numpy()
        for size in 0, 1, 3:
            with np.testing.assert_raises_regex(ValueError, "does not own its data"):
                array.resize(size)


def tensor_cannot_grow():
    """Once an array of `Tensor.numpy` shares it, the memory cannot grow: `Tensor.resize_` to more elements than it holds raises a RuntimeError."""
    for dtype in "?bBhHiIlLefdFD":
        samples = torch.from_numpy(np.zeros(3, dtype)).clone()
        samples[:2].numpy()[0] = 1
        assert samples.tolist() == [1, 0, 0]
        with np.testing.assert_raises_regex(RuntimeError, "storage that is not resizable"):
            samples.resize_(4)


def share_memory_leaves_the_array_behind():
    """The first `Tensor.share_memory_` moves a tensor to other memory, and the old one may be freed, to which an array of `Tensor.numpy` still points."""
    for dtype in "?bBhHiIlLefdFD":
        owner = np.ones(3, dtype)
        freed = weakref.ref(owner)
        weights = torch.from_numpy(owner)
        array = weights.numpy()
        assert array.ctypes.data == weights.data_ptr()
        del owner
        weights.share_memory_()
        assert array.ctypes.data != weights.data_ptr()
        assert freed() is None
