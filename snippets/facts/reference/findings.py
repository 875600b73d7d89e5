"""Facts of docs/reference/findings.md: those that no other page has."""

import warnings

import numpy as np
import torch


def asarray_without_copy_fails():
    """`np.asarray(tensor, copy=False)` raises a ValueError for every tensor, though `np.asarray(tensor)` shares."""
    scores = torch.zeros(3)
    assert np.shares_memory(np.asarray(scores), scores.numpy())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with np.testing.assert_raises_regex(ValueError, "Unable to avoid copy"):
            np.asarray(scores, copy=False)


def dlpack_without_copy_works():
    """`np.from_dlpack(tensor, copy=False)` gives a writable array that shares."""
    scores = torch.zeros(3)
    array = np.from_dlpack(scores, copy=False)
    array[0] = 1.0
    assert scores[0] == 1.0


def no_grad_lets_numpy_through():
    """Under `torch.no_grad`, `Tensor.numpy` works on a tensor that requires grad, and shares."""
    weights = torch.zeros(2, requires_grad=True)
    with torch.no_grad():
        weights.numpy()[0] = 1.0
    assert weights[0].item() == 1.0


def dlpack_bfloat16_is_a_runtime_error():
    """`np.from_dlpack` of a bfloat16 tensor raises a RuntimeError, not the BufferError that the protocol asks for."""
    activations = torch.zeros(2, dtype=torch.bfloat16)
    with np.testing.assert_raises_regex(RuntimeError, "Unsupported dtype in DLTensor"):
        np.from_dlpack(activations)


def dlpack_loses_the_sign():
    """`np.from_dlpack` of a tensor with the neg bit gives the wrong sign, without a word."""
    signal = torch.tensor([1 + 2j])
    imaginary = signal.conj().imag
    assert imaginary.tolist() == [-2.0]
    assert np.from_dlpack(imaginary).tolist() == [2.0]


def dlpack_refuses_conj():
    """`np.from_dlpack` of a tensor with the conjugate bit raises a BufferError, unlike one with the neg bit."""
    signal = torch.tensor([1 + 2j])
    with np.testing.assert_raises_regex(BufferError, "conjugate bit"):
        np.from_dlpack(signal.conj())


def dlpack_widens_int4():
    """`np.from_dlpack` of an int4 tensor gives the bytes as int8."""
    packed = torch.tensor([1, 2], dtype=torch.uint8).view(torch.int4)
    assert np.from_dlpack(packed).dtype == np.int8


def frombuffer_takes_what_it_needs():
    """`torch.frombuffer` accepts a buffer of exactly as many bytes as it needs."""
    assert torch.frombuffer(bytearray(8), dtype=torch.float32, count=2).tolist() == [0.0, 0.0]
    with np.testing.assert_raises_regex(ValueError, "buffer"):
        torch.frombuffer(bytearray(7), dtype=torch.float32, count=2)


def frombuffer_misreads_byte_order():
    """`torch.frombuffer` takes an array in the other byte order, and reads other numbers out of it without a word."""
    heights = np.array([1, 2], dtype=np.dtype(np.int16).newbyteorder("S"))
    assert torch.frombuffer(heights, dtype=torch.int16).tolist() == [256, 512]


def dlpack_writes_through_read_only():
    """`torch.from_dlpack` of a read-only array warns of nothing, and a write through the tensor changes the array."""
    calibration = np.array([1.0, 2.0])
    calibration.flags.writeable = False
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        torch.from_dlpack(calibration)[0] = 9.0
    assert calibration[0] == 9.0


def dlpack_shares_reversed_length_1():
    """`torch.from_dlpack` shares an array whose reversed axis has length 1, which `torch.from_numpy` refuses."""
    batch = np.arange(4.0).reshape(1, 4)[::-1]
    torch.from_dlpack(batch)[0, 0] = 9.0
    assert batch[0, 0] == 9.0
    with np.testing.assert_raises_regex(ValueError, "negative"):
        torch.from_numpy(batch)


def ulonglong_is_uint64_to_dlpack_only():
    """`torch.from_dlpack` takes an array of `np.ulonglong` as uint64; `torch.from_numpy` refuses it."""
    counts = np.array([1, 2], np.ulonglong)
    assert torch.from_dlpack(counts).dtype == torch.uint64
    with np.testing.assert_raises_regex(TypeError, "can't convert np.ndarray of type numpy.ulonglong"):
        torch.from_numpy(counts)


def force_does_not_help_sparse():
    """`Tensor.numpy` with `force=True` still raises for a sparse tensor."""
    counts = torch.tensor([0.0, 3.0]).to_sparse()
    with np.testing.assert_raises_regex(TypeError, "can't convert Sparse layout tensor to numpy"):
        counts.numpy(force=True)
