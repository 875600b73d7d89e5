"""Facts of docs/methods/np_asarray.md."""

import warnings

import numpy as np
import torch


def asarray_shares():
    """`np.asarray` gives an array on the memory of a CPU tensor: each side sees what the other writes."""
    scores = torch.tensor([0.25, 0.75, 0.5])
    array = np.asarray(scores)
    scores[0] = 1.0
    array[2] = 0.0
    assert scores.tolist() == array.tolist() == [1.0, 0.75, 0.0]


def asarray_keeps_dtype():
    """Without `dtype=`, the array of `np.asarray` has the tensor's dtype."""
    for dtype in (torch.bool, torch.uint8, torch.int32, torch.float16, torch.float32, torch.complex64):
        array = np.asarray(torch.zeros(2, dtype=dtype))
        assert f"torch.{array.dtype}" == str(dtype)


def asarray_keeps_strides():
    """`np.asarray` of a transposed or a stepped tensor shares too, with the strides of that tensor."""
    image = torch.zeros((2, 3), dtype=torch.float32)
    transposed, stepped = np.asarray(image.T), np.asarray(image[:, ::2])
    transposed[0, 0] = stepped[1, 1] = 1.0
    assert transposed.strides == (4, 12)
    assert stepped.strides == (12, 8)
    assert image.tolist() == [[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]


def array_copies():
    """`np.array` copies: a write to the tensor does not reach the array, nor the other way round."""
    scores = torch.tensor([0.25, 0.75])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        array = np.array(scores)
    scores[0] = 9.0
    array[1] = 5.0
    assert array.tolist() == [0.25, 5.0]
    assert scores.tolist() == [9.0, 0.75]


def array_keeps_order():
    """`np.array` of a transposed tensor keeps the order in memory: the copy is not C-contiguous."""
    image = torch.zeros((2, 3), dtype=torch.float32)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        array = np.array(image.T)
    assert array.strides == (4, 12)
    assert not array.flags.c_contiguous


def array_warns():
    """`np.array` of a tensor causes a DeprecationWarning, because `Tensor.__array__` takes no `copy`."""
    scores = torch.tensor([0.25, 0.75])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        np.array(scores)
    assert [warning.category for warning in caught] == [DeprecationWarning]
    assert "doesn't accept a copy keyword" in str(caught[0].message)


def array_raises_where_warnings_are_errors():
    """Where a DeprecationWarning is an error, as in many test suites, `np.array` of a tensor raises it."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with np.testing.assert_raises_regex(DeprecationWarning, "copy keyword"):
            np.array(torch.tensor([0.25, 0.75]))


def asarray_then_copy_is_quiet():
    """`np.asarray` and then `ndarray.copy` copy without a warning."""
    scores = torch.tensor([0.25, 0.75])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        snapshot = np.asarray(scores).copy()
    scores[0] = 9.0
    assert snapshot.tolist() == [0.25, 0.75]


def copy_none_shares():
    """`np.array` with `copy=None` shares and does not warn, as `np.asarray` does."""
    scores = torch.tensor([0.25, 0.75])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        array = np.array(scores, copy=None)
    array[0] = 9.0
    assert scores[0] == 9.0


def array_copy_false_raises():
    """`np.array` with `copy=False` raises the same ValueError as `np.asarray` with `copy=False`."""
    scores = torch.tensor([0.25, 0.75])
    said = []
    for call in np.asarray, np.array:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                call(scores, copy=False)
            except ValueError as error:
                said.append(str(error))
    assert len(said) == 2
    assert said[0] == said[1]


def other_dtype_copies():
    """`np.asarray` with another `dtype=` casts, and the array has memory of its own."""
    pixels = torch.tensor([0, 128, 255], dtype=torch.uint8)
    array = np.asarray(pixels, dtype=np.float32)
    pixels[0] = 7
    assert array.dtype == np.float32
    assert array.tolist() == [0.0, 128.0, 255.0]


def same_dtype_shares():
    """With the `dtype=` that the tensor has already, `np.asarray` shares."""
    pixels = torch.tensor([0, 128, 255], dtype=torch.uint8)
    np.asarray(pixels, dtype=np.uint8)[0] = 7
    assert pixels[0] == 7


def fractions_are_cut_off():
    """`np.asarray` with an integer `dtype=` cuts off the fractions without a warning."""
    readings = torch.tensor([20.9, -1.7])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert np.asarray(readings, dtype=np.int64).tolist() == [20, -1]


def requires_grad_raises():
    """A tensor that requires grad raises a RuntimeError in `np.asarray`; its `Tensor.detach` shares."""
    weights = torch.tensor([1.0, 2.0], requires_grad=True)
    with np.testing.assert_raises_regex(RuntimeError, "Can't call numpy.. on Tensor that requires grad"):
        np.asarray(weights)
    np.asarray(weights.detach())[0] = 9.0
    assert weights[0].item() == 9.0


def no_grad_shares():
    """Under `torch.no_grad`, `np.asarray` takes a tensor that requires grad and shares its memory."""
    weights = torch.tensor([1.0, 2.0], requires_grad=True)
    with torch.no_grad():
        array = np.asarray(weights)
    array[0] = 9.0
    assert weights[0].item() == 9.0


def bfloat16_raises():
    """A bfloat16 tensor raises a TypeError in `np.asarray`, with `dtype=np.float32` too."""
    activations = torch.tensor([0.5, 0.25], dtype=torch.bfloat16)
    for dtype in None, np.float32:
        with np.testing.assert_raises_regex(TypeError, "unsupported ScalarType BFloat16"):
            np.asarray(activations, dtype=dtype)


def same_messages_as_numpy():
    """Tensors with the conj or the neg bit, sparse ones and those on the meta device raise what they raise in `Tensor.numpy`."""
    signal = torch.tensor([1 + 2j]).conj()
    for refused in signal, signal.imag, torch.eye(2).to_sparse(), torch.zeros(2, device="meta"):
        said = []
        for call in refused.numpy, lambda tensor=refused: np.asarray(tensor):
            try:
                call()
            except (RuntimeError, TypeError) as error:
                said.append(str(error))
        assert len(said) == 2
        assert said[0] == said[1]


def memoryview_takes_the_array():
    """`memoryview` takes the array of `np.asarray`, and shares the tensor's memory."""
    packet = torch.tensor([20, 21, 22], dtype=torch.uint8)
    view = memoryview(np.asarray(packet))
    view[0] = 99
    assert packet[0] == 99


def frombuffer_raises():
    """`np.frombuffer` of a tensor raises a TypeError."""
    packet = torch.tensor([20, 21, 22], dtype=torch.uint8)
    with np.testing.assert_raises_regex(TypeError, "a bytes-like object is required, not 'Tensor'"):
        np.frombuffer(packet, dtype=np.uint8)


def list_of_tensors_is_copied():
    """`np.array` of a list of tensors copies them into one array, and does not warn."""
    rows = [torch.tensor([1.0, 2.0]), torch.tensor([3.0, 4.0])]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        table = np.array(rows)
    rows[0][0] = 9.0
    assert table.dtype == np.float32
    assert table.tolist() == [[1.0, 2.0], [3.0, 4.0]]


def list_of_0d_tensors():
    """`np.asarray` of a list of 0-d tensors, such as the losses of an epoch, gives a 1-d array with their dtype."""
    losses = [torch.tensor(0.5), torch.tensor(0.25)]
    history = np.asarray(losses)
    assert history.shape == (2,)
    assert history.dtype == np.float32


def losses_require_grad():
    """`np.asarray` of a list raises a RuntimeError if one tensor in it requires grad; `Tensor.item` first gives float64."""
    weight = torch.tensor(2.0, requires_grad=True)
    losses = [torch.tensor(0.5), weight * 2]
    with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
        np.asarray(losses)
    history = np.asarray([loss.item() for loss in losses])
    assert history.tolist() == [0.5, 4.0]
    assert history.dtype == np.float64


def uneven_lengths_raise():
    """`np.asarray` of a list of tensors of different lengths raises a ValueError."""
    sentences = [torch.tensor([4, 8, 2]), torch.tensor([7, 1])]
    with np.testing.assert_raises_regex(ValueError, "inhomogeneous shape"):
        np.asarray(sentences)


def shares_memory_takes_tensors():
    """`np.shares_memory` takes arrays and tensors that need no grad."""
    samples = torch.zeros(4)
    assert np.shares_memory(samples, np.asarray(samples))
    assert np.shares_memory(samples, samples[2:])
    assert not np.shares_memory(samples, np.asarray(samples).copy())
    with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
        np.shares_memory(samples, samples.clone().requires_grad_())


def may_share_memory_compares_bounds():
    """`np.may_share_memory` compares only where two begin and end: it says True for even and odd elements, which share none."""
    samples = torch.zeros(6)
    even, odd = np.asarray(samples[::2]), np.asarray(samples[1::2])
    assert np.may_share_memory(even, odd)
    assert not np.shares_memory(even, odd)


def sort_leaves_the_tensor():
    """`np.sort` of a tensor sorts a copy, and the tensor keeps its order."""
    latencies = torch.tensor([3.0, 1.0, 2.0])
    ordered = np.sort(latencies)
    assert ordered.tolist() == [1.0, 2.0, 3.0]
    assert latencies.tolist() == [3.0, 1.0, 2.0]


def inverted_mask_is_true_everywhere():
    """`~` of the mask that `np.isnan` gives for a tensor holds 254 and 255, so it is true everywhere."""
    depths = torch.tensor([2.0, float("nan")])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        valid = ~np.isnan(depths)
    assert valid.tolist() == [255, 254]
    assert valid.bool().all()


def mask_of_the_array_is_bool():
    """`np.isnan` of the array that `np.asarray` gives is a bool array, which `~` inverts."""
    depths = torch.tensor([2.0, float("nan")])
    valid = ~np.isnan(np.asarray(depths))
    assert valid.dtype == np.bool_
    assert valid.tolist() == [True, False]


def size_gives_a_method():
    """`np.size` of a tensor gives its bound method `Tensor.size`, not a number."""
    image = torch.zeros((2, 3))
    size = np.size(image)
    assert callable(size)
    assert size() == (2, 3)
