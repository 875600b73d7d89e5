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
    """A `backward` that calls NumPy has no second derivative: `Tensor.backward` and `torch.autograd.grad` of a gradient leave it out, without an error where another part of the gradient has one, `torch.autograd.grad` also under `torch.autograd.function.once_differentiable`; a `backward` that raises an error where `torch.is_grad_enabled` says True refuses `create_graph=True`."""

    class Square(torch.autograd.Function):
        @staticmethod
        def forward(ctx, values):
            ctx.save_for_backward(values)
            return torch.from_numpy(np.square(values.numpy()))

        @staticmethod
        def backward(ctx, gradient):
            return gradient * torch.from_numpy(2 * ctx.saved_tensors[0].detach().numpy())

    class Once(Square):
        @staticmethod
        @torch.autograd.function.once_differentiable
        def backward(ctx, gradient):
            return Square.backward(ctx, gradient)

    class Refusing(Square):
        @staticmethod
        def backward(ctx, gradient):
            if torch.is_grad_enabled():
                raise RuntimeError("no second derivative")
            return Square.backward(ctx, gradient)

    for dtype in torch.float32, torch.float64:
        values = torch.tensor([1.0, 2.0], dtype=dtype, requires_grad=True)
        for function, loss, words in (
            (Square, torch.sum, "does not require grad"),
            (Once, torch.sum, "does not require grad"),
            (Once, torch.norm, "differentiate twice"),
        ):
            (gradient,) = torch.autograd.grad(loss(function.apply(values)), values, create_graph=True)
            with np.testing.assert_raises_regex(RuntimeError, words):
                gradient.sum().backward()
        (gradient,) = torch.autograd.grad((Square.apply(values) ** 2).sum(), values, create_graph=True)
        assert gradient.tolist() == [4.0, 32.0]  # of the fourth power
        gradient.sum().backward()
        assert values.grad.tolist() == [8.0, 32.0]  # not 12 and 48
        for function, second in (Square, [4.0, 8.0]), (Once, [2.0, 4.0]):
            (gradient,) = torch.autograd.grad((values * function.apply(values)).sum(), values, create_graph=True)
            assert torch.autograd.grad(gradient.sum(), values)[0].tolist() == second  # not 6 and 12
        loss = Refusing.apply(values).sum()
        with np.testing.assert_raises_regex(RuntimeError, "no second derivative"):
            torch.autograd.grad(loss, values, create_graph=True)
        assert torch.autograd.grad(Refusing.apply(values).sum(), values)[0].tolist() == [2.0, 4.0]


def transforms_have_no_values():
    """Under `torch.vmap`, `torch.func.grad` and `torch.func.jacrev`, an array of an argument that is mapped or differentiated cannot be made: a RuntimeError, unless `torch.compile` traces NumPy's functions."""

    def root(values):
        return torch.from_numpy(np.sqrt(values.numpy())).sum()

    values = torch.tensor([[1.0, 4.0]])
    for transform, result in (
        (torch.vmap, [3.0]),
        (torch.func.grad, [[0.5, 0.25]]),
        (torch.func.jacrev, [[0.5, 0.25]]),
    ):
        with np.testing.assert_raises_regex(RuntimeError, "Cannot access data pointer"):
            transform(lambda values: root(values.detach()))(values)
        torch.compiler.reset()
        compiled = torch.compile(transform(root), backend="eager", fullgraph=True)
        assert compiled(values).tolist() == result


def constants_are_fine_under_vmap():
    """Arrays that do not depend on the arguments may become tensors under `torch.vmap`."""
    weights = np.array([1.0, 2.0])
    scaled = torch.vmap(lambda values: values * torch.from_numpy(weights))(torch.ones(3, 2))
    assert scaled.tolist() == [[1.0, 2.0]] * 3


def functionalized_arrays_are_elsewhere():
    """Under `torch.func.functionalize`, the array of an argument does not lie on the argument's memory, and no error says so."""
    for dtype in "?bBhHiIlLefdFD":
        tensor, places = torch.from_numpy(np.ones(64, dtype)), []
        for array_of in torch.Tensor.numpy, np.asarray:
            torch.func.functionalize(lambda values: places.append(array_of(values).ctypes.data) or values)(tensor)
        assert tensor.data_ptr() not in places


def export_takes_constant_arrays():
    """`torch.export.export` keeps an array of the module as a constant, which shares its memory; with `strict=True` the program has lost its values, and gives a tensor without any, and no error."""

    class Shift(torch.nn.Module):
        def __init__(self, shift):
            super().__init__()
            self.shift = shift

        def forward(self, values):
            return values + torch.from_numpy(self.shift)

    torch.hub.tqdm.monitor_interval = 0  # otherwise a thread of tqdm's is left behind
    values = torch.zeros(2)
    for dtype in "?bBhHiIlLefdFD":
        module = Shift(np.array([0, 1], dtype))
        program = torch.export.export(module, (values,)).module()
        assert program(values).tolist() == [0, 1]
        module.shift[0] = 1
        assert program(values).tolist() == [1, 1]
    lost = torch.export.export(module, (values,), strict=True).module()(values)
    assert isinstance(lost, torch._subclasses.FakeTensor)


def strict_export_traces_numpy():
    """Where `forward` makes an array of its input, `torch.export.export` raises a RuntimeError; with `strict=True` it traces what NumPy does with it, where `torch.compile` can."""

    class Root(torch.nn.Module):
        def forward(self, values):
            return torch.from_numpy(np.sqrt(values.numpy()))

    torch.hub.tqdm.monitor_interval = 0  # otherwise a thread of tqdm's is left behind
    for dtype in torch.float32, torch.float64:
        values = torch.tensor([1.0, 4.0], dtype=dtype)
        with np.testing.assert_raises_regex(RuntimeError, "not supported for tensor subclasses"):
            torch.export.export(Root(), (values,))
        exported = torch.export.export(Root(), (values,), strict=True)
        assert exported.module()(torch.tensor([9.0, 16.0], dtype=dtype)).tolist() == [3.0, 4.0]


def export_refuses_array_inputs():
    """`torch.export.export` refuses an array as an input with a ValueError, and with `strict=True` with a RuntimeError."""

    class Double(torch.nn.Module):
        def forward(self, values):
            return values * 2

    torch.hub.tqdm.monitor_interval = 0  # otherwise a thread of tqdm's is left behind
    for dtype in "?bBhHiIlLefdFD":
        with np.testing.assert_raises_regex(ValueError, "Unsupported input type <class 'numpy.ndarray'>"):
            torch.export.export(Double(), (np.ones(2, dtype),))
    with np.testing.assert_raises_regex(RuntimeError, "type `<class 'numpy.ndarray'>` is not supported"):
        torch.export.export(Double(), (np.ones(2),), strict=True)


def trace_keeps_the_first_result():
    """`torch.jit.trace` records what NumPy computed from the example input as a constant, and warns."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        traced = torch.jit.trace(lambda values: torch.from_numpy(np.sqrt(values.numpy())), torch.tensor([1.0, 4.0]))
    assert traced(torch.tensor([9.0, 16.0])).tolist() == [1.0, 2.0]
    assert any("Converting a tensor to a NumPy array" in str(warning.message) for warning in caught)
