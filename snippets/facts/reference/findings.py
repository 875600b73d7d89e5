"""Facts of docs/reference/findings.md: those that no other page has."""

import signal
import warnings

import numpy as np
import torch


def asarray_without_copy_fails():
    """`np.asarray(tensor, copy=False)` raises a ValueError for every tensor, also where `np.asarray(tensor)` shares."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(3, dtype))
        np.asarray(scores)[0] = 1
        assert scores[0] == 1
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with np.testing.assert_raises_regex(ValueError, "Unable to avoid copy"):
                np.asarray(scores, copy=False)


def dlpack_without_copy_works():
    """Where `Tensor.numpy` shares and the tensor requires no grad, `np.from_dlpack(tensor, copy=False)` gives a writable array that shares."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(3, dtype))
        scores.numpy()[0] = 1
        np.from_dlpack(scores, copy=False)[1] = 1
        assert scores.tolist() == [1, 1, 0]


def no_grad_lets_numpy_through():
    """Under `torch.no_grad`, `Tensor.numpy` takes a tensor that requires grad as one that does not: where that one would share, it shares."""
    for dtype in (torch.float16, torch.float32, torch.float64, torch.complex64, torch.complex128):
        weights = torch.zeros(2, dtype=dtype, requires_grad=True)
        with torch.no_grad():
            weights.numpy()[0] = 1
        assert weights.tolist() == [1, 0]


def dlpack_bfloat16_is_a_runtime_error():
    """`np.from_dlpack` of a bfloat16 or float8 tensor that requires no grad raises a RuntimeError, not a BufferError."""
    narrow = torch.float8_e5m2, torch.float8_e4m3fn, torch.float8_e5m2fnuz, torch.float8_e4m3fnuz, torch.float8_e8m0fnu
    for dtype in (torch.bfloat16, *narrow):
        activations = torch.zeros(2, dtype=dtype)
        with np.testing.assert_raises_regex(RuntimeError, "Unsupported dtype in DLTensor"):
            np.from_dlpack(activations)


def dlpack_loses_the_sign():
    """`np.from_dlpack` of a tensor with the neg bit that requires no grad gives the wrong sign, without a word, unless `copy=True` is passed."""
    for dtype in (torch.complex64, torch.complex128):
        imaginary = torch.tensor([1 + 2j], dtype=dtype).conj().imag
        assert imaginary.is_neg() and imaginary.tolist() == [-2.0]
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert np.from_dlpack(imaginary).tolist() == [2.0]
        assert np.from_dlpack(imaginary, copy=True).tolist() == [-2.0]
        with np.testing.assert_raises_regex(BufferError, "require gradient"):
            np.from_dlpack(torch.tensor([1 + 2j], dtype=dtype, requires_grad=True).conj().imag)


def dlpack_refuses_conj():
    """`np.from_dlpack` of a tensor with the conj bit raises a BufferError, even with `copy=True`."""
    for dtype in (torch.complex64, torch.complex128):
        signal = torch.tensor([1 + 2j], dtype=dtype).conj()
        for copy in (None, True):
            with np.testing.assert_raises_regex(BufferError, "conjugate bit"):
                np.from_dlpack(signal, copy=copy)


def dlpack_widens_int4():
    """`np.from_dlpack` of an int4 tensor gives the same as of its bytes viewed as int8, and of a uint4 tensor as uint8."""
    packed = torch.tensor([33, 200], dtype=torch.uint8)
    for narrow, wide in ((torch.int4, torch.int8), (torch.uint4, torch.uint8)):
        array, expected = np.from_dlpack(packed.view(narrow)), np.from_dlpack(packed.view(wide))
        assert array.dtype == expected.dtype
        assert array.tolist() == expected.tolist() == packed.view(wide).tolist()


def frombuffer_takes_what_it_needs():
    """`torch.frombuffer` accepts a buffer of exactly as many bytes as a `count=` of 1 or more needs, and raises a ValueError for one byte less."""
    for dtype in (torch.bool, torch.uint8, torch.uint16, torch.bfloat16, torch.float32, torch.int64, torch.complex128):
        size = 2 * dtype.itemsize
        assert torch.frombuffer(bytearray(size), dtype=dtype, count=2).tolist() == [0, 0]
        with np.testing.assert_raises_regex(ValueError, "buffer"):
            torch.frombuffer(bytearray(size - 1), dtype=dtype, count=2)
        with np.testing.assert_raises_regex(ValueError, "must not be 0"):
            torch.frombuffer(bytearray(size), dtype=dtype, count=0)


def frombuffer_misreads_byte_order():
    """`torch.frombuffer` reads an array in the other byte order as if it were in the machine's, without a word."""
    for dtype in "hHiIlLefdFD":
        heights = np.array([1, 2], dtype)
        swapped = heights.astype(heights.dtype.newbyteorder("S"))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tensor = torch.frombuffer(swapped, dtype=torch.from_numpy(heights).dtype)
        assert tensor.tolist() == heights.byteswap().tolist() != heights.tolist()


def dlpack_writes_through_read_only():
    """`torch.from_dlpack` of a read-only array warns of nothing, and a write through the tensor goes to the array's memory; where that is the map of a file opened for reading, the write ends the process with SIGSEGV."""
    for dtype in "?bBhHiIlLefdFD":
        calibration = np.zeros(2, dtype)
        calibration.flags.writeable = False
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            torch.from_dlpack(calibration)[0] = 1
        assert calibration.tolist() == [1, 0]
    np.save("calibration.npy", np.zeros(2))
    tensor = torch.from_dlpack(np.load("calibration.npy", mmap_mode="r"))
    writer = torch.multiprocessing.get_context("fork").Process(target=tensor.fill_, args=(1,))
    writer.start()
    writer.join()
    assert writer.exitcode == -signal.SIGSEGV


def dlpack_shares_reversed_length_1():
    """`torch.from_dlpack` shares an array whose only reversed axis has length 1, which `torch.from_numpy` refuses."""
    for dtype in "?bBhHiIlLefdFD":
        batch = np.zeros((1, 4), dtype)[::-1]
        torch.from_dlpack(batch)[0, 0] = 1
        assert batch[0, 0] == 1
        with np.testing.assert_raises_regex(ValueError, "negative"):
            torch.from_numpy(batch)


def ulonglong_is_uint64_to_dlpack_only():
    """`torch.from_dlpack` takes an array of `np.ulonglong` as uint64; `torch.from_numpy` refuses it."""
    counts = np.array([1, 2], np.ulonglong)
    assert torch.from_dlpack(counts).dtype == torch.uint64
    with np.testing.assert_raises_regex(TypeError, "can't convert np.ndarray of type numpy.ulonglong"):
        torch.from_numpy(counts)


def force_does_not_help_sparse():
    """`Tensor.numpy` with `force=True` raises a TypeError for a sparse tensor, as it does without."""
    warnings.simplefilter("ignore")
    for dtype in "?bBhHiIlLefdFD":
        values = torch.from_numpy(np.ones(1, dtype))
        counts = torch.sparse_coo_tensor([[0]], values, (2,), check_invariants=True)
        rows = torch.sparse_csr_tensor([0, 1], [0], values, (1, 2), check_invariants=True)
        for force in (True, False):
            for sparse in (counts, rows):
                with np.testing.assert_raises_regex(TypeError, "can't convert Sparse.* layout tensor to numpy"):
                    sparse.numpy(force=force)
