"""Facts of docs/methods/np_asarray.md."""

import warnings

import numpy as np
import torch


def asarray_shares():
    """The array of `np.asarray(tensor)` lies on the tensor's memory: each side sees what the other writes."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(3, dtype))
        array = np.asarray(scores)
        scores[0] = 1
        array[2] = 1
        assert scores.tolist() == array.tolist() == [1, 0, 1]


def asarray_keeps_dtype():
    """Without `dtype=`, the array of `np.asarray` has the tensor's dtype."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(2, dtype))
        assert f"torch.{np.asarray(scores).dtype}" == str(scores.dtype)


def asarray_keeps_strides():
    """`np.asarray` of a transposed or a stepped tensor shares too, with the tensor's strides, counted in bytes."""
    for dtype in "?bBhHiIlLefdFD":
        image = torch.from_numpy(np.zeros((2, 3), dtype))
        transposed, stepped = np.asarray(image.T), np.asarray(image[:, ::2])
        transposed[0, 0] = stepped[1, 1] = 1
        size = image.element_size()
        assert transposed.strides == (size, 3 * size)
        assert stepped.strides == (3 * size, 2 * size)
        assert image.tolist() == [[1, 0, 0], [0, 0, 1]]


def array_copies():
    """`np.array(tensor)` copies: a write to the tensor does not reach the array, nor the other way round."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(2, dtype))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            array = np.array(scores)
        scores[0] = 1
        array[1] = 1
        assert scores.tolist() == [1, 0]
        assert array.tolist() == [0, 1]


def array_keeps_order():
    """`np.array(tensor)` of the transpose of a contiguous matrix keeps its order: the result is Fortran-contiguous."""
    for dtype in "?bBhHiIlLefdFD":
        matrix = torch.from_numpy(np.zeros((2, 3), dtype))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            array = np.array(matrix.T)
        assert array.flags.f_contiguous


def array_warns():
    """`np.array(tensor)` warns with a DeprecationWarning, because `Tensor.__array__` takes no `copy`; where warnings are errors, as in many test suites, it raises."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(2, dtype))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with np.testing.assert_raises_regex(DeprecationWarning, "__array__ .* doesn't accept a copy keyword"):
                np.array(scores)


def asarray_then_copy_is_quiet():
    """`np.asarray` and then `ndarray.copy` copy without a warning."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(2, dtype))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            snapshot = np.asarray(scores).copy()
        scores[0] = 1
        assert snapshot.tolist() == [0, 0]


def copy_none_shares():
    """`np.array(tensor, copy=None)` shares and does not warn."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(2, dtype))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            array = np.array(scores, copy=None)
        array[0] = 1
        assert scores.tolist() == [1, 0]


def array_copy_false_raises():
    """`np.array(tensor, copy=False)` raises the same ValueError as `np.asarray(tensor, copy=False)`."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(2, dtype))
        for call in np.array, np.asarray:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                with np.testing.assert_raises_regex(ValueError, "Unable to avoid copy while creating an array"):
                    call(scores, copy=False)


def other_dtype_copies():
    """`np.asarray` with another `dtype=` casts, and the array has memory of its own; with the tensor's dtype, it shares."""
    for dtype in "?bBhHiIlLefdFD":
        pixels = torch.from_numpy(np.zeros(2, dtype))
        other = np.complex64 if dtype == "D" else np.complex128
        same, cast = np.asarray(pixels, dtype=dtype), np.asarray(pixels, dtype=other)
        pixels[0] = 1
        assert cast.dtype == other
        assert cast.tolist() == [0, 0]
        assert same.tolist() == [1, 0]


def fractions_are_cut_off():
    """With `dtype=np.int64`, `np.asarray` cuts off the fractions of float16, float32 and float64 without a warning."""
    for dtype in torch.float16, torch.float32, torch.float64:
        readings = torch.tensor([20.9, -1.7], dtype=dtype)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert np.asarray(readings, dtype=np.int64).tolist() == [20, -1]


def requires_grad_raises():
    """Where autograd is on, a tensor that requires grad raises a RuntimeError in `np.asarray`; under `torch.no_grad` it shares, and so does its `Tensor.detach`."""
    for dtype in "efdFD":
        weights = torch.from_numpy(np.zeros(2, dtype)).requires_grad_()
        with np.testing.assert_raises_regex(RuntimeError, "Can't call numpy.. on Tensor that requires grad"):
            np.asarray(weights)
        with torch.no_grad():
            np.asarray(weights)[0] = 1
        np.asarray(weights.detach())[1] = 1
        assert weights.tolist() == [1, 1]


def bfloat16_raises():
    """A bfloat16 tensor, once detached, raises a TypeError in `np.asarray`, whatever `dtype=` asks for."""
    activations = torch.tensor([0.5, 0.25], dtype=torch.bfloat16)
    for dtype in None, *"?bBhHiIlLefdFD":
        with np.testing.assert_raises_regex(TypeError, "unsupported ScalarType BFloat16"):
            np.asarray(activations, dtype=dtype)


def same_messages_as_numpy():
    """`np.asarray` and `Tensor.numpy` raise the same: a RuntimeError for the conj and the neg bit, a TypeError for sparse tensors and the meta device."""
    for dtype in torch.complex64, torch.complex128:
        signal = torch.ones(2, dtype=dtype).conj()
        for call in np.asarray, torch.Tensor.numpy:
            for tensor, words in (signal, "conjugate bit set"), (signal.imag, "negative bit set"):
                with np.testing.assert_raises_regex(RuntimeError, words):
                    call(tensor)
            for tensor, words in (torch.eye(2).to_sparse(), "Sparse layout"), (torch.eye(2).to("meta"), "meta device"):
                with np.testing.assert_raises_regex(TypeError, f"can't convert {words}"):
                    call(tensor)


def memoryview_takes_the_array():
    """`memoryview` takes the array of `np.asarray(tensor)`, and shares the tensor's memory."""
    for dtype in "?bBhHiIlLefdFD":
        packet = torch.from_numpy(np.zeros(3, dtype))
        view = memoryview(np.asarray(packet))
        packet[0] = 1
        assert view.tobytes() == np.array([1, 0, 0], dtype).tobytes()


def frombuffer_raises():
    """`np.frombuffer` of a tensor raises a TypeError."""
    packet = torch.tensor([20, 21, 22], dtype=torch.uint8)
    with np.testing.assert_raises_regex(TypeError, "a bytes-like object is required, not 'Tensor'"):
        np.frombuffer(packet, dtype=np.uint8)


def list_of_tensors_is_copied():
    """`np.array` and `np.asarray` copy a list of tensors of one shape, 0-d ones such as losses too, into one array of their dtype, without a warning."""
    for dtype in "?bBhHiIlLefdFD":
        for call in np.array, np.asarray:
            matrix = torch.from_numpy(np.zeros((2, 3), dtype))
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                rows, losses = call(list(matrix)), call(list(matrix[0]))
            matrix[0, 0] = 1
            assert rows.dtype == losses.dtype == dtype
            assert rows.tolist() == [[0, 0, 0], [0, 0, 0]]
            assert losses.tolist() == [0, 0, 0]


def losses_require_grad():
    """Where autograd is on, `np.asarray` of a list raises a RuntimeError if one tensor in it has `Tensor.requires_grad`; a list of their `Tensor.item` works."""
    weight = torch.tensor(2.0, requires_grad=True)
    losses = [torch.tensor(0.03125), weight * 2]
    with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
        np.asarray(losses)
    history = np.asarray([loss.item() for loss in losses])
    assert history.tolist() == [0.03125, 4.0]


def uneven_lengths_raise():
    """`np.asarray` of a list of tensors of different lengths raises a ValueError, unless `dtype=object` is asked for."""
    for words in range(3):
        sentences = [torch.zeros(words), torch.zeros(3)]
        with np.testing.assert_raises_regex(ValueError, "inhomogeneous shape"):
            np.asarray(sentences)
        assert np.asarray(sentences, dtype=object).shape == (2,)


def shares_memory_takes_tensors():
    """`np.shares_memory` takes arrays and the tensors that `np.asarray` takes, and none that it refuses."""
    for dtype in "?bBhHiIlLefdFD":
        samples = torch.from_numpy(np.zeros(4, dtype))
        assert np.shares_memory(samples, np.asarray(samples))
    for refused in torch.zeros(4).bfloat16(), torch.zeros(4, requires_grad=True):
        with np.testing.assert_raises_regex((TypeError, RuntimeError), "BFloat16|requires grad"):
            np.shares_memory(samples, refused)


def may_share_memory_compares_bounds():
    """`np.may_share_memory` compares only where two begin and end: it says True for the even and the odd ones of three or more elements, which share none."""
    for number in range(3, 9):
        samples = torch.zeros(number)
        even, odd = np.asarray(samples[::2]), np.asarray(samples[1::2])
        assert np.may_share_memory(even, odd)
        assert not np.shares_memory(even, odd)


def sort_leaves_the_tensor():
    """`np.sort` of a tensor sorts a copy, and the tensor keeps its order."""
    for dtype in "?bBhHiIlLefdFD":
        latencies = torch.from_numpy(np.array([1, 0, 1], dtype))
        assert np.sort(latencies).tolist() == [0, 1, 1]
        assert latencies.tolist() == [1, 0, 1]


def inverted_mask_is_true_everywhere():
    """`~` of the mask that `np.isnan` gives for a float tensor holds 254 and 255, so it is true everywhere; for `np.asarray` of the tensor, `~` inverts the mask."""
    for dtype in "efd":
        depths = torch.from_numpy(np.array([2.0, np.nan], dtype))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            mask = ~np.isnan(depths)
        assert mask.tolist() == [255, 254]
        assert mask.bool().all()
        assert (~np.isnan(np.asarray(depths))).tolist() == [True, False]


def size_gives_a_method():
    """`np.size(tensor)` gives the bound method `Tensor.size`, not a number."""
    image = torch.zeros((2, 3))
    assert np.size(image) == image.size
