"""Facts of docs/guides/weights.md."""

import numpy as np
import torch
from torch.distributed.tensor import DTensor, Replicate, Shard
from torch.testing._internal.distributed.fake_pg import FakeStore


def load_state_dict_copies_and_casts():
    """`torch.nn.Module.load_state_dict` copies real numbers into the parameters, which keep their own dtype."""
    for dtype in "?bBhHiIlLefd":
        weights = np.array([[1, 0]], dtype)
        layer = torch.nn.Linear(2, 1, bias=False)
        layer.load_state_dict({"weight": torch.from_numpy(weights)})
        weights[0, 1] = 1
        assert layer.weight.tolist() == [[1.0, 0.0]]
        assert layer.weight.dtype == torch.float32


def strict_tells_the_names():
    """With `strict=False`, `torch.nn.Module.load_state_dict` raises nothing for a name that the model does not have, nor for one that is missing: it leaves those weights as they are, and returns the names; without it, both raise a RuntimeError."""
    layer = torch.nn.Linear(2, 1, bias=False)
    before = layer.weight.tolist()
    for dtype in "?bBhHiIlLefd":
        state = {"wieght": torch.from_numpy(np.ones((1, 2), dtype))}
        with np.testing.assert_raises_regex(RuntimeError, r'Missing key.*"weight"(.|\n)*Unexpected key.*"wieght"'):
            layer.load_state_dict(state)
        found = layer.load_state_dict(state, strict=False)
        assert (found.missing_keys, found.unexpected_keys) == (["weight"], ["wieght"])
        assert layer.weight.tolist() == before


def weights_are_outputs_by_inputs():
    """`torch.nn.Module.load_state_dict` refuses a weight of (inputs, outputs) for a `torch.nn.Linear` with a RuntimeError, and takes it without a word where the layer has as many outputs as inputs, with another result."""
    for dtype in "efd":
        wide, square = np.ones((3, 2), dtype), np.array([[1, 2], [3, 4]], dtype)
        layer = torch.nn.Linear(3, 2, bias=False)
        with np.testing.assert_raises_regex(RuntimeError, "size mismatch for weight"):
            layer.load_state_dict({"weight": torch.from_numpy(wide)})
        layer.load_state_dict({"weight": torch.from_numpy(wide.T)})
        layer = torch.nn.Linear(2, 2, bias=False)
        for weights, result in (square, [1, 3]), (square.T, [1, 2]):
            layer.load_state_dict({"weight": torch.from_numpy(weights)})
            assert layer(torch.tensor([1.0, 0.0])).tolist() == result


def kernels_have_their_outputs_first():
    """A `torch.nn.Conv2d` with a kernel of (height, width, inputs, outputs) under `transpose(3, 2, 0, 1)` gives what the kernel gives for channels last, and a `torch.nn.Linear` with `dense.T` gives `inputs @ dense`."""
    generator = np.random.default_rng(0)
    image, kernel = generator.normal(size=(1, 3, 4, 2)), generator.normal(size=(2, 3, 2, 5))
    windows = np.lib.stride_tricks.sliding_window_view(image, (2, 3), axis=(1, 2))
    expected = np.einsum("nhwcij,ijco->nohw", windows, kernel)
    layer = torch.nn.Conv2d(2, 5, (2, 3), bias=False).double()
    layer.load_state_dict({"weight": torch.from_numpy(kernel.transpose(3, 2, 0, 1))})
    np.testing.assert_allclose(layer(torch.from_numpy(image).permute(0, 3, 1, 2)).detach().numpy(), expected)
    inputs, dense = generator.normal(size=(2, 3)), generator.normal(size=(3, 5))
    layer = torch.nn.Linear(3, 5, bias=False).double()
    layer.load_state_dict({"weight": torch.from_numpy(dense.T)})
    np.testing.assert_allclose(layer(torch.from_numpy(inputs)).detach().numpy(), inputs @ dense)


def load_state_dict_refuses_arrays():
    """`torch.nn.Module.load_state_dict` refuses arrays with a RuntimeError, with `assign=True` too."""
    layer = torch.nn.Linear(2, 1, bias=False)
    for assign in False, True:
        with np.testing.assert_raises_regex(RuntimeError, "but received <class 'numpy.ndarray'>"):
            layer.load_state_dict({"weight": np.array([[0.5, -0.5]], dtype=np.float32)}, assign=assign)


def assigned_state_shares():
    """With `assign=True`, `torch.nn.Module.load_state_dict` makes float tensors that you pass the parameters, so training changes the array; integers raise a RuntimeError, unless the parameters require no grad."""
    layer = torch.nn.Linear(2, 1, bias=False)
    for dtype in "efd":
        weights = np.array([[0.5, -0.5]], dtype)
        layer.load_state_dict({"weight": torch.from_numpy(weights)}, assign=True)
        layer.weight.sum().backward()
        torch.optim.SGD(layer.parameters(), lr=1.0).step()
        assert weights.tolist() == [[-0.5, -1.5]]
    for dtype in "bBhHiIlL":
        with np.testing.assert_raises_regex(RuntimeError, "can require gradients"):
            layer.load_state_dict({"weight": torch.from_numpy(np.ones((1, 2), dtype))}, assign=True)
        frozen = torch.nn.Linear(2, 1, bias=False).requires_grad_(False)
        frozen.load_state_dict({"weight": torch.from_numpy(np.ones((1, 2), dtype))}, assign=True)
        assert frozen.weight.tolist() == [[1, 1]]


def state_dict_goes_on_changing():
    """The arrays of `torch.nn.Module.state_dict` share the parameters' memory, and change in the next step of the optimizer."""
    for optimizer in torch.optim.SGD, torch.optim.Adam:
        for dtype in torch.float16, torch.float32, torch.float64:
            layer = torch.nn.Linear(2, 1, dtype=dtype)
            best = layer.state_dict()["bias"].numpy()
            best[0] = 4.0
            layer.bias.sum().backward()
            optimizer(layer.parameters(), lr=1.0).step()
            assert best[0] == layer.bias.item() < 3.5


def arrays_are_no_buffers():
    """An array as an attribute of a `torch.nn.Module` is not in its state, and `torch.nn.Module.to` does not cast it."""
    scale = torch.nn.Module()
    scale.mean = np.array([5.0])
    scale.register_buffer("std", torch.from_numpy(np.array([2.0])))
    scale.to(torch.float32)
    assert list(scale.state_dict()) == ["std"]
    assert scale.std.dtype == torch.float32
    assert scale.mean.dtype == np.float64


def gates_have_an_order():
    """A `torch.nn.LSTM` wants its gates as input, forget, cell and output, a `torch.nn.GRU` as reset, update and new: given so, they compute what the formulas of Keras give, for the GRU those with the reset after the product."""
    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(4, 2))

    def sigmoid(values):
        return 1 / (1 + np.exp(-values))

    def layer(kind, weights):
        found = kind(2, 3).double()
        names = "weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"
        found.load_state_dict(dict(zip(names, map(torch.from_numpy, weights), strict=True)))
        return found(torch.from_numpy(inputs))[0].detach().numpy()

    kernel, recurrent, bias = rng.normal(size=(2, 12)), rng.normal(size=(3, 12)), rng.normal(size=12)
    state, cell, expected = np.zeros(3), np.zeros(3), []
    for row in inputs:
        enter, forget, new, leave = np.split(row @ kernel + state @ recurrent + bias, 4)
        cell = sigmoid(forget) * cell + sigmoid(enter) * np.tanh(new)
        state = sigmoid(leave) * np.tanh(cell)
        expected.append(state)
    np.testing.assert_allclose(layer(torch.nn.LSTM, (kernel.T, recurrent.T, bias, np.zeros(12))), expected)

    kernel, recurrent, bias = rng.normal(size=(2, 9)), rng.normal(size=(3, 9)), rng.normal(size=(2, 9))
    state, expected = np.zeros(3), []
    for row in inputs:
        ours, before = np.split(row @ kernel + bias[0], 3), np.split(state @ recurrent + bias[1], 3)
        update, reset = sigmoid(ours[0] + before[0]), sigmoid(ours[1] + before[1])
        state = update * state + (1 - update) * np.tanh(ours[2] + reset * before[2])
        expected.append(state)

    def ordered(gates):
        update, reset, new = np.split(gates, 3, axis=1)
        return np.concatenate([reset, update, new], axis=1)

    weights = ordered(kernel).T, ordered(recurrent).T, *ordered(bias)
    np.testing.assert_allclose(layer(torch.nn.GRU, weights), expected)


def dtensors_have_no_array():
    """`Tensor.numpy`, with `force=True`, too, `np.asarray` and `Tensor.tolist` of a `DTensor` raise a RuntimeError; an array of what `to_local` gives lies on its memory, and `full_tensor` gives a tensor of all parts."""
    torch.distributed.init_process_group("fake", store=FakeStore(), rank=0, world_size=1)
    mesh = torch.distributed.device_mesh.init_device_mesh("cpu", (1,))
    for dtype in "?bBhHiIlLefdFD":
        for shape in (), (0,), (2, 3):
            part = torch.from_numpy(np.ones(shape, dtype))
            whole = DTensor.from_local(part, mesh, [Replicate()])
            for convert in whole.numpy, lambda: whole.numpy(force=True), lambda: np.asarray(whole), whole.tolist:
                with np.testing.assert_raises_regex(RuntimeError, "is not supported for tensor subclasses"):
                    convert()
            assert whole.to_local().numpy().ctypes.data == part.data_ptr() or not part.numel()
            assert np.array_equal(whole.full_tensor().numpy(), part.numpy())


def dlpack_of_dtensors_has_no_values():
    """`np.from_dlpack` of a `DTensor` that is not empty gives an array of the whole shape in uninitialized memory, and `torch.from_dlpack` a tensor whose `data_ptr()` is 0; no error says so."""
    torch.distributed.init_process_group("fake", store=FakeStore(), rank=0, world_size=2)
    mesh = torch.distributed.device_mesh.init_device_mesh("cpu", (2,))
    for dtype in "?bBhHiIlLefdFD":
        part = torch.from_numpy(np.ones((500, 20), dtype))
        whole = DTensor.from_local(part, mesh, [Shard(0)])
        array = np.from_dlpack(whole)
        assert array.shape == (1000, 20) and not np.shares_memory(array, part.numpy())
        assert array.tobytes() != np.ones((1000, 20), dtype).tobytes()
        assert torch.from_dlpack(whole).data_ptr() == 0
