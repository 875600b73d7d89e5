"""Facts of docs/pitfalls/byte_order.md."""

import numpy as np
import torch


def copies_keep_the_order():
    """`ndarray.copy`, `np.ascontiguousarray`, `np.sort`, `np.take`, `np.pad` and a slice keep the byte order, so `torch.from_numpy` refuses their results with a ValueError too."""
    for dtype in "hHiIlLefdFD":
        samples = np.array([1, 256], np.dtype(dtype).newbyteorder("S"))
        copies = samples.copy(), np.ascontiguousarray(samples), np.sort(samples)
        for same in (*copies, np.take(samples, [1, 0]), np.pad(samples, 1), samples[1:]):
            with np.testing.assert_raises_regex(ValueError, "byte order different"):
                torch.from_numpy(same)


def arithmetic_and_stack_are_native():
    """The results of `np.stack`, and of arithmetic with arrays that have an axis, have native byte order, and `torch.from_numpy` takes them; arithmetic in place keeps the order, and it refuses them with a ValueError."""
    for dtype in "hHiIlLefdFD":
        samples = np.array([1, 256], np.dtype(dtype).newbyteorder("S"))
        assert torch.from_numpy(samples + 1).tolist() == [2, 257]
        assert torch.from_numpy(np.stack([samples])).tolist() == [[1, 256]]
        samples += 1
        with np.testing.assert_raises_regex(ValueError, "byte order different"):
            torch.from_numpy(samples)


def one_byte_has_no_order():
    """Numbers of one byte have no byte order: `torch.from_numpy` takes uint8, int8 and bool arrays whatever order their dtype was given."""
    for code in (">u1", "<u1", ">i1", "<i1", ">?", "<?"):
        assert torch.from_numpy(np.array([0, 1], dtype=code)).tolist() == [0, 1]


def view_reads_other_numbers():
    """`ndarray.view` with the native dtype silences the error and reads the bytes in the wrong order; after `ndarray.byteswap` it gives the numbers."""
    for dtype in "hHiIlLefdFD":
        samples = np.array([1, 256], np.dtype(dtype).newbyteorder("S"))
        assert (
            torch.from_numpy(samples.view(dtype)).tolist() == np.array([1, 256], dtype).byteswap().tolist() != [1, 256]
        )
        assert torch.from_numpy(samples.byteswap().view(dtype)).tolist() == [1, 256]


def cast_in_place_needs_no_copy():
    """`ndarray.byteswap` with `inplace=True` and `ndarray.view` make a writable array native without a copy; the old name then reads other numbers."""
    for dtype in "hHiIlLefdFD":
        samples = np.array([1, 256], np.dtype(dtype).newbyteorder("S"))
        tensor = torch.from_numpy(samples.byteswap(inplace=True).view(dtype))
        assert tensor.tolist() == [1, 256] != samples.tolist()
        samples.view(dtype)[0] = 2
        assert tensor.tolist() == [2, 256]


def collate_refuses_byte_order():
    """`torch.utils.data.default_collate` refuses numbers in the other byte order with the same ValueError."""
    for dtype in "hHiIlLefdFD":
        samples = [np.array([1, 2], np.dtype(dtype).newbyteorder("S"))] * 2
        with np.testing.assert_raises_regex(ValueError, "byte order different from the native byte order"):
            torch.utils.data.default_collate(samples)
