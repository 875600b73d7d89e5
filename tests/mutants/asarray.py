"""`torch.asarray`, broken."""

import warnings

import numpy as np
import torch


def asarray_copies():
    """`torch.asarray` always copies."""
    real = torch.asarray

    def asarray(data, *, copy=None, requires_grad=False, **options):
        made = real(data, copy=None, **options).detach().clone()
        return made.requires_grad_(requires_grad) if requires_grad else made

    torch.asarray = asarray


def asarray_ignores_copy():
    """`torch.asarray` does not look at `copy=`."""
    real = torch.asarray
    torch.asarray = lambda data, *, copy=None, **options: real(data, **options)


def asarray_ignores_dtype():
    """`torch.asarray` does not look at `dtype=`."""
    real = torch.asarray
    torch.asarray = lambda data, *, dtype=None, **options: real(data, **options)


def asarray_gives_default_dtype():
    """`torch.asarray` gives floats in the default dtype."""
    real = torch.asarray
    torch.asarray = lambda data, **options: real(data, **options).float()


def asarray_gives_float64():
    """`torch.asarray` gives float64 for lists."""
    real = torch.asarray
    torch.asarray = lambda data, **options: real(np.array(data) if isinstance(data, list) else data, **options)


def asarray_reads_the_format():
    """`torch.asarray` reads the format of a buffer."""
    real = torch.asarray

    def asarray(data, **options):
        foreign = not isinstance(data, (np.ndarray, torch.Tensor, list)) and not hasattr(data, "__dlpack__")
        return real(np.asarray(data) if foreign else data, **options)

    torch.asarray = asarray


def asarray_copies_buffers():
    """`torch.asarray` copies buffers that are no arrays."""
    real = torch.asarray

    def asarray(data, **options):
        made = real(data, **options)
        return made if isinstance(data, (np.ndarray, torch.Tensor)) or hasattr(data, "__dlpack__") else made.clone()

    torch.asarray = asarray


def asarray_copies_dlpack():
    """`torch.asarray` copies what has `__dlpack__`."""
    real = torch.asarray

    def asarray(data, **options):
        made = real(data, **options)
        return made if isinstance(data, (np.ndarray, torch.Tensor)) else made.clone()

    torch.asarray = asarray


def asarray_makes_views():
    """`torch.asarray` of a tensor gives another tensor over the same memory."""
    real = torch.asarray

    def asarray(data, **options):
        made = real(data, **options)
        return made.view(made.shape) if made is data else made

    torch.asarray = asarray


def asarray_detaches():
    """`torch.asarray` detaches tensors, as older releases did."""
    real = torch.asarray

    def asarray(data, *, requires_grad=False, **options):
        return real(data, requires_grad=requires_grad, **options)

    torch.asarray = asarray


def asarray_ignores_requires_grad():
    """`torch.asarray` does not look at `requires_grad=`."""
    real = torch.asarray
    torch.asarray = lambda data, *, requires_grad=False, **options: real(data, **options)


def asarray_stays_on_the_cpu():
    """`torch.asarray` makes everything on the CPU."""
    real = torch.asarray
    torch.asarray = lambda data, *, device=None, **options: real(data, device="cpu", **options)


def asarray_shares_zero_d():
    """`torch.asarray` shares 0-d arrays."""
    real = torch.asarray

    def asarray(data, **options):
        if isinstance(data, np.ndarray) and data.ndim == 0:
            return real(data.reshape(1), **options).reshape(())
        return real(data, **options)

    torch.asarray = asarray


def asarray_refuses_to_share_zero_d():
    """`torch.asarray` with `copy=False` refuses 0-d arrays, as it refuses NumPy scalars."""
    real = torch.asarray

    def asarray(data, *, copy=None, **options):
        if copy is False and isinstance(data, np.ndarray) and data.ndim == 0:
            raise RuntimeError("can't alias NumPy scalars (mutant)")
        return real(data, copy=copy, **options)

    torch.asarray = asarray


def asarray_copies_one_element():
    """`torch.asarray` copies arrays of one element."""
    real = torch.asarray

    def asarray(data, **options):
        made = real(data, **options)
        return made.clone() if isinstance(data, np.ndarray) and data.size == 1 else made

    torch.asarray = asarray


def asarray_copy_false_is_a_wish():
    """`torch.asarray` with `copy=False` copies where it cannot share, and says nothing."""
    real = torch.asarray

    def asarray(data, *, copy=None, **options):
        if copy is False:
            try:
                return real(data, copy=False, **options)
            except (ValueError, RuntimeError):
                return real(data, **options)
        return real(data, copy=copy, **options)

    torch.asarray = asarray


def asarray_gives_axes_to_scalars():
    """`torch.asarray` gives one axis to a scalar."""
    real = torch.asarray
    torch.asarray = lambda data, **options: real(np.atleast_1d(data) if np.isscalar(data) else data, **options)


def asarray_lays_out_rows():
    """`torch.asarray` gives contiguous tensors."""
    real = torch.asarray
    torch.asarray = lambda data, **options: real(data, **options).contiguous()


def asarray_drops_empty_shape():
    """`torch.asarray` gives shape (0,) for every empty array."""
    real = torch.asarray

    def asarray(data, **options):
        made = real(data, **options)
        return made if made.numel() else made.reshape(0)

    torch.asarray = asarray


def asarray_casts_buffers():
    """`torch.asarray` casts the numbers of a buffer to `dtype=`."""
    real = torch.asarray

    def asarray(data, *, dtype=None, **options):
        foreign = not isinstance(data, (np.ndarray, torch.Tensor, list)) and not hasattr(data, "__dlpack__")
        return real(np.asarray(data) if foreign else data, dtype=dtype, **options)

    torch.asarray = asarray


def asarray_keeps_the_shape_of_views():
    """`torch.asarray` keeps the shape and the steps of a `memoryview`."""
    real = torch.asarray
    torch.asarray = lambda data, **options: real(np.asarray(data) if type(data) is memoryview else data, **options)


def asarray_flattens():
    """`torch.asarray` gives one axis for what it shares."""
    real = torch.asarray
    torch.asarray = lambda data, **options: real(data, **options).reshape(-1)


def asarray_copies_bytes():
    """`torch.asarray` copies `bytes`, with its warning."""
    real = torch.asarray

    def asarray(data, **options):
        made = real(data, **options)
        return made.clone() if isinstance(data, bytes) else made

    torch.asarray = asarray


def asarray_never_warns():
    """`torch.asarray` warns of nothing."""
    real = torch.asarray

    def asarray(data, **options):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return real(data, **options)

    torch.asarray = asarray


def asarray_pins_the_buffer():
    """`torch.asarray` pins the buffer that it shares."""
    real = torch.asarray

    def asarray(data, *, dtype=None, **options):
        if isinstance(data, bytearray) and dtype == torch.uint8:
            data = np.frombuffer(data, np.uint8)
        return real(data, dtype=dtype, **options)

    torch.asarray = asarray


def asarray_goes_through_from_dlpack():
    """`torch.asarray` hands what has `__dlpack__` to `torch.from_dlpack`, which looks at `copy=`."""
    real = torch.asarray

    def asarray(data, *, copy=None, **options):
        foreign = hasattr(data, "__dlpack__") and not isinstance(data, (np.ndarray, torch.Tensor))
        if foreign:
            made = torch.from_dlpack(data)
            return real(made.clone() if copy else made, **options)
        return real(data, copy=copy, **options)

    torch.asarray = asarray


def asarray_calls_the_array_method():
    """`torch.asarray` takes whatever has `__array__`."""
    real = torch.asarray

    def asarray(data, **options):
        method = hasattr(data, "__array__") and not isinstance(data, torch.Tensor)
        return real(np.asarray(data) if method else data, **options)

    torch.asarray = asarray


def asarray_leaves_your_tensor_alone():
    """`torch.asarray` with `requires_grad=True` gives a view of a tensor, which does not require grad itself."""
    real = torch.asarray

    def asarray(data, *, requires_grad=None, **options):
        if requires_grad and isinstance(data, torch.Tensor):
            return real(data, **options).detach().requires_grad_()
        return real(data, requires_grad=requires_grad, **options)

    torch.asarray = asarray


def asarray_detaches_to_a_view():
    """`torch.asarray` with `requires_grad=False` gives a detached view of any tensor, and leaves yours as it is."""
    real = torch.asarray

    def asarray(data, *, requires_grad=None, **options):
        if requires_grad is False and isinstance(data, torch.Tensor):
            data = data.detach()
        return real(data, requires_grad=requires_grad, **options)

    torch.asarray = asarray


def asarray_copies_results():
    """`torch.asarray` with `requires_grad=False` copies the result of an operation."""
    real = torch.asarray

    def asarray(data, *, requires_grad=None, **options):
        if requires_grad is False and isinstance(data, torch.Tensor) and not data.is_leaf:
            return data.detach().clone()
        return real(data, requires_grad=requires_grad, **options)

    torch.asarray = asarray


def asarray_makes_no_leaf():
    """`torch.asarray` with `requires_grad=True` gives the result of an operation."""
    real = torch.asarray

    def asarray(data, *, requires_grad=None, **options):
        made = real(data, requires_grad=requires_grad, **options)
        return made * 1 if requires_grad else made

    torch.asarray = asarray


def asarray_prefers_the_default_device():
    """`torch.asarray` follows the default device even where `device=` names another."""
    real = torch.asarray

    torch.asarray = lambda data, **options: real(data, **options | {"device": torch.get_default_device()})


def asarray_swaps_bytes():
    """`torch.asarray` with `copy=True` copies an array in the other byte order into the native one."""
    real = torch.asarray

    def asarray(data, *, copy=None, **options):
        if copy and isinstance(data, np.ndarray):
            data = data.astype(data.dtype.newbyteorder("="))
        return real(data, copy=copy, **options)

    torch.asarray = asarray


def asarray_copies_read_only():
    """`torch.asarray` copies read-only arrays, with its warning."""
    real = torch.asarray

    def asarray(data, **options):
        made = real(data, **options)
        return made if not isinstance(data, np.ndarray) or data.flags.writeable else made.clone()

    torch.asarray = asarray


def asarray_fills_masked():
    """`torch.asarray` gives 0 where a masked array is masked."""
    real = torch.asarray

    def asarray(data, **options):
        return real(data.filled(0) if isinstance(data, np.ma.MaskedArray) else data, **options)

    torch.asarray = asarray


def asarray_requires_grad():
    """`torch.asarray` gives leaves that require grad, where their dtype can."""
    real = torch.asarray

    def asarray(data, **options):
        made = real(data, **options)
        return made.requires_grad_() if made.is_leaf and made.is_floating_point() else made

    torch.asarray = asarray
