"""Facts of docs/guides/numpy_in_torch.md."""

import warnings

import numpy as np
import torch


def custom_operators_need_a_fake():
    """Compiled and exported code takes an operator of `torch.library.custom_op` once it has a `register_fake`, and raises a RuntimeError before."""

    def calibrate(values: torch.Tensor) -> torch.Tensor:
        return torch.from_numpy(np.interp(values.numpy(), [0, 10], [0, 1]))

    torch.hub.tqdm.monitor_interval = 0  # otherwise a thread of tqdm's is left behind
    operator = torch.library.custom_op("compile::calibrate", calibrate, mutates_args=())
    doubled = torch.compile(lambda values: operator(values) * 2, backend="aot_eager", fullgraph=True)
    with np.testing.assert_raises_regex(RuntimeError, "no fake impl registered"):
        doubled(torch.tensor([1.0, 4.0]))
    operator.register_fake(lambda values: torch.zeros_like(values, dtype=torch.float64))
    assert doubled(torch.tensor([1.0, 4.0])).tolist() == [0.2, 0.8]


def custom_operators_take_tensors():
    """`torch.library.custom_op` refuses `np.ndarray` as the type of an argument with a ValueError."""

    def double(values: np.ndarray) -> torch.Tensor:
        return torch.from_numpy(values * 2)

    with np.testing.assert_raises_regex(ValueError, "unsupported type <class 'numpy.ndarray'>"):
        torch.library.custom_op("compile::double", double, mutates_args=())


def opcheck_finds_the_other_dtype():
    """`torch.library.opcheck` raises where `register_fake` promises another dtype than NumPy gives."""

    def calibrate(values: torch.Tensor) -> torch.Tensor:
        return torch.from_numpy(np.interp(values.numpy(), [0, 10], [0, 1]))

    operator = torch.library.custom_op("compile::promise", calibrate, mutates_args=())
    operator.register_fake(torch.zeros_like)
    with np.testing.assert_raises_regex(Exception, "Dtypes torch.float64 and torch.float32 are not equal"):
        torch.library.opcheck(operator, (torch.tensor([1.0, 4.0]),))


def double_backward_needs_tensors():
    """A `backward` that calls NumPy has no second derivative: `Tensor.backward` of a gradient raises a RuntimeError."""

    class Square(torch.autograd.Function):
        @staticmethod
        def forward(ctx, values):
            ctx.save_for_backward(values)
            return torch.from_numpy(np.square(values.numpy()))

        @staticmethod
        def backward(ctx, gradient):
            return gradient * torch.from_numpy(2 * ctx.saved_tensors[0].detach().numpy())

    values = torch.tensor([1.0, 2.0], requires_grad=True)
    (gradient,) = torch.autograd.grad(Square.apply(values).sum(), values, create_graph=True)
    assert gradient.tolist() == [2.0, 4.0]
    with np.testing.assert_raises_regex(RuntimeError, "does not require grad"):
        gradient.sum().backward()


def transforms_have_no_values():
    """Under `torch.vmap`, `torch.func.grad` and `torch.func.jacrev`, an array of an argument that is mapped or differentiated cannot be made: a RuntimeError."""

    def root(values):
        return torch.from_numpy(np.sqrt(values.detach().numpy())).sum()

    for transform in torch.vmap, torch.func.grad, torch.func.jacrev:
        with np.testing.assert_raises_regex(RuntimeError, "Cannot access data pointer"):
            transform(root)(torch.ones(2, 3))


def constants_are_fine_under_vmap():
    """Arrays that do not depend on the arguments may become tensors under `torch.vmap`."""
    weights = np.array([1.0, 2.0])
    scaled = torch.vmap(lambda values: values * torch.from_numpy(weights))(torch.ones(3, 2))
    assert scaled.tolist() == [[1.0, 2.0]] * 3


def functionalized_arrays_are_elsewhere():
    """Under `torch.func.functionalize`, the array of a tensor does not lie on the tensor's memory, and no error says so."""
    for dtype in "?bBhHiIlLefdFD":
        tensor, places = torch.from_numpy(np.ones(64, dtype)), []
        for array_of in torch.Tensor.numpy, np.asarray:
            torch.func.functionalize(lambda values: places.append(array_of(values).ctypes.data) or values)(tensor)
        assert tensor.data_ptr() not in places


def export_takes_constant_arrays():
    """`torch.export.export` keeps an array of the module as a constant, and raises a RuntimeError where `forward` calls `Tensor.numpy` on its float32 input."""

    class Center(torch.nn.Module):
        mean = np.array([5.0, 6.0], dtype=np.float32)

        def forward(self, values):
            return values - torch.from_numpy(self.mean)

    class Root(torch.nn.Module):
        def forward(self, values):
            return torch.from_numpy(np.sqrt(values.numpy()))

    values = torch.tensor([[5.0, 7.0]])
    assert torch.export.export(Center(), (values,)).module()(values).tolist() == [[0.0, 1.0]]
    with np.testing.assert_raises_regex(RuntimeError, "not supported for tensor subclasses"):
        torch.export.export(Root(), (values,))


def strict_export_traces_numpy():
    """`torch.export.export` with `strict=True` traces NumPy's functions in `forward`."""

    class Root(torch.nn.Module):
        def forward(self, values):
            return torch.from_numpy(np.sqrt(values.numpy()))

    torch.hub.tqdm.monitor_interval = 0  # otherwise a thread of tqdm's is left behind
    exported = torch.export.export(Root(), (torch.tensor([1.0, 4.0]),), strict=True)
    assert exported.module()(torch.tensor([9.0, 16.0])).tolist() == [3.0, 4.0]


def export_refuses_array_inputs():
    """`torch.export.export` refuses an array as an input with a ValueError."""

    class Double(torch.nn.Module):
        def forward(self, values):
            return values * 2

    for dtype in "?bBhHiIlLefdFD":
        with np.testing.assert_raises_regex(ValueError, "Unsupported input type <class 'numpy.ndarray'>"):
            torch.export.export(Double(), (np.ones(2, dtype),))


def trace_keeps_the_first_result():
    """`torch.jit.trace` records what NumPy computed from the example input as a constant, and warns."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        traced = torch.jit.trace(lambda values: torch.from_numpy(np.sqrt(values.numpy())), torch.tensor([1.0, 4.0]))
    assert traced(torch.tensor([9.0, 16.0])).tolist() == [1.0, 2.0]
    assert any("Converting a tensor to a NumPy array" in str(warning.message) for warning in caught)
