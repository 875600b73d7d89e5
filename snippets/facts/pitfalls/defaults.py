"""Facts of docs/pitfalls/defaults.md."""

import threading

import numpy as np
import torch


def integer_results_get_the_default_dtype():
    """A tensor of integers or bools divided by a Python integer or float, or its `torch.sqrt`, has the default dtype."""
    for default in (torch.float16, torch.bfloat16, torch.float32, torch.float64):
        torch.set_default_dtype(default)
        for dtype in "?bBhHiIlL":
            counts = torch.from_numpy(np.array([1, 4], dtype))
            assert (counts / 2).dtype == (counts / 0.5).dtype == default
            assert torch.sqrt(counts).dtype == default


def new_layers_get_the_default_dtype():
    """A layer that is made after `torch.set_default_dtype` has weights of that dtype, one that was made before keeps its own."""
    before = torch.nn.Linear(2, 1)
    for dtype in (torch.float16, torch.bfloat16, torch.float64):
        torch.set_default_dtype(dtype)
        assert torch.nn.Linear(2, 1).weight.dtype == dtype
        assert before.weight.dtype == torch.float32


def default_dtype_is_a_torch_float():
    """`torch.set_default_dtype` takes float16, bfloat16, float32 and float64 of PyTorch: `np.float64`, a name and `torch.int64` raise a TypeError."""
    for dtype in (torch.float16, torch.bfloat16, torch.float64, torch.float32):
        torch.set_default_dtype(dtype)
        assert torch.get_default_dtype() == dtype
    for dtype in (np.float64, "float64", torch.int64):
        with np.testing.assert_raises_regex(TypeError, "only floating-point types are supported"):
            torch.set_default_dtype(dtype)


def collate_of_floats_is_float64():
    """`torch.utils.data.default_collate` of Python floats gives float64, whatever the default dtype is."""
    for dtype in (torch.float16, torch.bfloat16, torch.float32, torch.float64):
        torch.set_default_dtype(dtype)
        assert torch.utils.data.default_collate([0.5, 1.5]).dtype == torch.float64


def collate_follows_default_device():
    """`torch.utils.data.default_collate` and `torch.utils.data.default_convert` of arrays go to the default device."""
    torch.set_default_device("meta")
    for dtype in "?bBhHiIlLefdFD":
        features = np.zeros(2, dtype)
        assert torch.utils.data.default_collate([features]).device.type == "meta"
        assert torch.utils.data.default_convert(features).device.type == "meta"


def like_functions_follow_their_tensor():
    """`torch.zeros_like`, `Tensor.new_tensor` and `Tensor.clone` stay on the device of their tensor."""
    torch.set_default_device("meta")
    for dtype in "?bBhHiIlLefdFD":
        features = torch.from_numpy(np.array([1, 0], dtype))
        for follows in (torch.zeros_like(features), features.new_tensor([1, 0]), features.clone()):
            assert follows.device.type == "cpu"
        assert follows.tolist() == [1, 0]


def frombuffer_stays_on_the_cpu():
    """`torch.frombuffer` stays on the CPU, whatever the default device is, and shares the buffer."""
    torch.set_default_device("meta")
    for dtype in (torch.uint8, torch.int64, torch.float32, torch.complex64):
        buffer = bytearray(8)
        tensor = torch.frombuffer(buffer, dtype=dtype)
        assert tensor.device.type == "cpu"
        tensor.view(torch.uint8)[0] = 7
        assert buffer[0] == 7


def device_as_a_context_ends():
    """`with torch.device("meta"):` sets the default device for its block only."""
    features = np.array([0.5, 1.5])
    with torch.device("meta"):
        assert torch.tensor(features).device.type == "meta"
    assert torch.tensor(features).device.type == "cpu"


def threads_do_not_inherit_the_device():
    """A new thread has the default dtype of `torch.set_default_dtype`, and not the device of `torch.set_default_device`."""
    torch.set_default_dtype(torch.float64)
    torch.set_default_device("meta")
    made = []
    thread = threading.Thread(target=lambda: made.append(torch.tensor([0.5])))
    thread.start()
    thread.join()
    assert made[0].dtype == torch.float64
    assert made[0].device.type == "cpu"


def a_context_takes_it_back():
    """What code of others makes by `torch.ones`, `torch.zeros` or `torch.arange` is on the default device, and inside of `torch.device` with `"cpu"` as a context on the CPU."""
    torch.set_default_device("meta")
    for make in torch.ones, torch.zeros, torch.arange:
        for dtype in torch.uint8, torch.int64, torch.float16, torch.float32, torch.float64:
            assert make(3, dtype=dtype).device.type == "meta"
            with torch.device("cpu"):
                assert make(3, dtype=dtype).device.type == "cpu"
