"""Facts of docs/methods/np_asarray.md."""

import warnings

import numpy as np
import torch


def gives_the_tensors_memory():
    """`np.asarray` of a tensor gives a writable array over the tensor's memory, with its dtype, shape and (unless empty) strides, or raises what `Tensor.numpy` raises; with another `dtype=`, or an `order=` that the tensor does not have, it makes memory of its own."""
    for dtype in "?bBhHiIlLefdFD":
        image = torch.from_numpy(np.zeros((2, 4), dtype))
        other = np.complex64 if dtype == "D" else np.complex128
        for tensor in image, image.T, image[:, ::2], image[1, 1]:
            array, cast = np.asarray(tensor, dtype=dtype), np.asarray(tensor, dtype=other)
            assert np.asarray(tensor).strides == tuple(step * tensor.element_size() for step in tensor.stride())
            assert (np.asarray(tensor).dtype, np.asarray(tensor).shape) == (dtype, tuple(tensor.shape))
            np.asarray(tensor)[...] = 1
            assert tensor.tolist() == array.tolist() == np.ones(tensor.shape, dtype).tolist()
            assert cast.dtype == other
            assert not cast.any()
            image.zero_()
        columns = np.asarray(image, order="F")
        columns[...] = 1
        assert not image.any()
        assert np.asarray(image[:0]).shape == (0, 4)
        if dtype in "efdFD":
            for call in np.asarray, torch.Tensor.numpy:
                with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
                    call(image.requires_grad_())


def quiet_ways():
    """`np.asarray` and then `ndarray.copy` copy without a warning, in C order where `np.array` keeps that of the tensor; `np.array` with `copy=None` shares without one."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(2, dtype))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            snapshot, shared = np.asarray(scores).copy(), np.array(scores, copy=None)
        shared[0] = 1
        assert scores.tolist() == [1, 0]
        assert snapshot.tolist() == [0, 0]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for order in "CF":
                table = torch.from_numpy(np.zeros((2, 3), dtype, order))
                assert np.array(table).strides == table.numpy().strides
                assert np.asarray(table).copy().flags.c_contiguous


def array_copies():
    """`np.array` of a tensor copies, with a DeprecationWarning; with `copy=False`, `np.array` and `np.asarray` raise a ValueError."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(2, dtype))
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            array = np.array(scores)
        assert [told.category for told in caught] == [DeprecationWarning]
        scores[0] = 1
        array[1] = 1
        assert scores.tolist() == [1, 0]
        assert array.tolist() == [0, 1]
        for call in np.array, np.asarray:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                with np.testing.assert_raises_regex(ValueError, "Unable to avoid copy while creating an array"):
                    call(scores, copy=False)


def array_warns():
    """`np.array(tensor)` warns with a DeprecationWarning, because `Tensor.__array__` takes no `copy`; where warnings are errors, as in many test suites, it raises."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(2, dtype))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with np.testing.assert_raises_regex(DeprecationWarning, "__array__ .* doesn't accept a copy keyword"):
                np.array(scores)


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


def list_of_tensors_is_copied():
    """`np.array` and `np.asarray` copy a list of tensors of one shape and one dtype, 0-d ones such as losses too, into one array of that dtype, without a warning, if `np.asarray` takes each of them."""
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


def may_share_memory_compares_bounds():
    """`np.may_share_memory` compares only where two begin and end: it says True for the even and the odd ones of three or more elements, which share none."""
    for number in range(3, 9):
        samples = torch.zeros(number)
        even, odd = np.asarray(samples[::2]), np.asarray(samples[1::2])
        assert np.may_share_memory(even, odd)
        assert not np.shares_memory(even, odd)


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
