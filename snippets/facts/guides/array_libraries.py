"""Facts of docs/guides/array_libraries.md."""

import array_api_compat
import jax.numpy as jnp
import ml_dtypes
import numpy as np
import torch


def dlpack_writes_to_jax():
    """`torch.from_dlpack` shares memory with a JAX array on the CPU: what you write to the tensor changes the array, which JAX takes to be immutable."""
    for dtype in "bool uint8 uint16 int8 int32 float16 bfloat16 float32 complex64".split():
        array = jnp.ones(2, dtype)
        torch.from_dlpack(array)[0] = 0
        assert array[0] == 0


def jax_narrows():
    """`jnp.from_dlpack` of a tensor of 64-bit numbers gives 32-bit ones, and copies, as long as JAX has 64 bits turned off; of integers it keeps the lower 32 bits, and floats above those of float32 become infinity, without an error."""
    for wide, narrow in (
        ("float64", "float32"),
        ("int64", "int32"),
        ("uint64", "uint32"),
        ("complex128", "complex64"),
    ):
        tensor = torch.ones(2, dtype=getattr(torch, wide))
        array = jnp.from_dlpack(tensor)
        tensor[0] = 0
        assert array.dtype == narrow
        assert array[0] == 1
        if "int" in wide:
            large = torch.tensor([2**40 + 5], dtype=tensor.dtype)
            assert jnp.from_dlpack(large).tolist() == [5]
        elif wide == "float64":
            assert jnp.from_dlpack(torch.tensor([1e39], dtype=tensor.dtype)).tolist() == [np.inf]


def jax_shares_tensors():
    """`jnp.from_dlpack` shares memory with a tensor of numbers of up to 32 bits whose address is a multiple of 64, as PyTorch allocates it, so a later write to the tensor changes the JAX array; at another address, as of a part or of a NumPy array, it may copy."""
    for dtype in "bool uint8 uint16 uint32 int8 int16 int32 float16 bfloat16 float32 complex64".split():
        tensor = torch.zeros(64, dtype=getattr(torch, dtype))
        array = jnp.from_dlpack(tensor)
        tensor[0] = 1
        assert array[0] == 1
        memory = np.zeros(256, np.uint8)
        begin = -memory.ctypes.data % 64 + 16  # where NumPy may put an array
        elsewhere = torch.from_numpy(memory[begin:][:64]).view(tensor.dtype)
        array = jnp.from_dlpack(elsewhere)
        elsewhere[0] = 1
        assert tensor.data_ptr() % 64 == 0 == array[0]


def deviations_are_of_floats():
    """`std` of the namespace divides by n for arrays and for tensors of floats; for a tensor of integers, `mean` and `std` raise a RuntimeError."""
    for dtype in "fd":
        for table in np.array([1, 3], dtype), torch.from_numpy(np.array([1, 3], dtype)):
            assert array_api_compat.array_namespace(table).std(table) == 1
    for dtype in "bBhHiIlL":
        tensor = torch.from_numpy(np.array([1, 3], dtype))
        for name in "mean", "std":
            with np.testing.assert_raises_regex(RuntimeError, "floating point"):
                getattr(array_api_compat.array_namespace(tensor), name)(tensor)


def jax_refuses_steps():
    """`jnp.from_dlpack` raises an error for a tensor with a step, such as every second element, and a BufferError for one that requires grad or is conjugated."""
    with np.testing.assert_raises_regex(RuntimeError, "striding"):
        jnp.from_dlpack(torch.ones(8)[::2])
    for words, tensor in (
        ("conjugate bit", torch.ones(8, dtype=torch.complex64).conj()),
        ("require gradient", torch.ones(8, requires_grad=True)),
    ):
        with np.testing.assert_raises_regex(BufferError, words):
            jnp.from_dlpack(tensor)


def ml_dtypes_are_not_known():
    """`torch.from_numpy`, `torch.tensor` and `torch.as_tensor` raise a TypeError for arrays of the dtypes of ml_dtypes, bfloat16 among them."""
    for dtype in ml_dtypes.bfloat16, ml_dtypes.float8_e4m3fn, ml_dtypes.float8_e5m2:
        for convert in torch.from_numpy, torch.tensor, torch.as_tensor:
            with np.testing.assert_raises_regex(TypeError, "can't convert np.ndarray of type ml_dtypes"):
                convert(np.ones(2, dtype))


def views_share_bfloat16():
    """`ndarray.view` as uint16 or uint8, `torch.from_numpy` and `Tensor.view` share the memory of an array of bfloat16, or of a float8 dtype that PyTorch has too."""
    for name, bits in ("bfloat16", np.uint16), ("float8_e4m3fn", np.uint8), ("float8_e5m2", np.uint8):
        array = np.array([1.5, 2.0], getattr(ml_dtypes, name))
        tensor = torch.from_numpy(array.view(bits)).view(getattr(torch, name))
        assert tensor.float().tolist() == [1.5, 2.0]
        array[0] = 0
        assert tensor.float().tolist() == [0.0, 2.0]


def namespaces_are_not_mixed():
    """`array_api_compat.array_namespace` raises a TypeError for an array and a tensor together."""
    for array in np.ones(1), np.ones(()), np.zeros(0):
        with np.testing.assert_raises_regex(TypeError, "Multiple namespaces"):
            array_api_compat.array_namespace(array, torch.from_numpy(array))


def ml_dtypes_widen():
    """An array of bfloat16 or of a float8 dtype of ml_dtypes plus a Python float is float32, and plus a number of its own dtype, as `array.dtype.type` makes one, keeps it; a bfloat16 tensor plus a Python float stays bfloat16."""
    for dtype in ml_dtypes.bfloat16, ml_dtypes.float8_e4m3fn, ml_dtypes.float8_e5m2:
        array = np.ones(2, dtype)
        assert [(array + number).dtype for number in (1.5, array.dtype.type(1.5))] == [np.float32, dtype]
    assert (torch.ones(2, dtype=torch.bfloat16) + 1.5).dtype == torch.bfloat16
