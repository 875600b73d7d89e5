"""Facts of docs/guides/compile.md."""

import logging
import warnings

import numpy as np
import torch
from PIL import Image


def gives_arrays():
    """A function of `torch.compile` gives a slice of an array that it traces as an array of the same dtype, and one element as an array without axes."""
    for dtype in "?bBhHiIlLefdFD":
        torch.compiler.reset()
        split = torch.compile(lambda levels: (levels[1:], levels[0]), backend="eager", fullgraph=True)
        rest, first = split(np.array([1, 0, 1], dtype))
        assert type(rest) is type(first) is np.ndarray
        assert rest.dtype == first.dtype == dtype
        assert (rest.tolist(), first.shape) == ([0, 1], ())


def arrays_meet_tensors():
    """In a compiled function, `array + tensor` and, unlike `np.abs(array)`, `abs(array)` give a tensor, and `np.mean` of a tensor gives an array."""
    add = torch.compile(lambda levels, tensor: levels + tensor, backend="eager", fullgraph=True)
    mean = torch.compile(lambda tensor: np.mean(tensor), backend="eager", fullgraph=True)
    sizes = torch.compile(lambda levels: (abs(levels), np.abs(levels)), backend="eager", fullgraph=True)
    for dtype in "bhilefd":
        results = [(type(one), one.tolist()) for one in sizes(np.array([1, -2], dtype))]
        assert results == [(torch.Tensor, [1, 2]), (np.ndarray, [1, 2])]
    assert add(np.ones(2), torch.ones(2)).tolist() == [2.0, 2.0]
    assert type(add(np.ones(2), torch.ones(2))) is torch.Tensor
    assert type(mean(torch.ones(2))) is np.ndarray


def running_sums_wrap():
    """Compiled, `np.cumsum` of signed integers and of uint8 keeps the dtype and wraps, where NumPy adds up in 64 bits; of bool it raises a RuntimeError."""
    for dtype in "bBhi":
        torch.compiler.reset()
        counts = np.full(3, np.iinfo(dtype).max, dtype)
        sums = torch.compile(lambda counts: np.cumsum(counts), backend="eager")(counts)
        assert sums.dtype == dtype
        assert sums[1] != np.cumsum(counts)[1]
    with np.testing.assert_raises_regex(RuntimeError, "not implemented for 'Bool'"):
        torch.compile(lambda flags: np.cumsum(flags), backend="eager")(np.ones(3, bool))


def quotients_are_float32():
    """Compiled, a bool, uint8 or signed integer array divided by an integer or by such an array gives torch's default dtype, float32, where NumPy gives float64; divided by a Python float it gives float64 in both."""
    for dtype in "?bBhil":
        counts = np.ones(2, dtype)
        for divide in lambda counts: counts / 3, lambda counts: counts / counts:
            for default, quotient in (torch.float64, np.float64), (torch.float32, np.float32):
                torch.set_default_dtype(default)
                torch.compiler.reset()
                assert torch.compile(divide, backend="eager")(counts).dtype == quotient
                assert torch.compile(lambda counts: counts / 0.5, backend="eager")(counts).dtype == np.float64


def sums_of_unsigned_are_int64():
    """Compiled, `np.sum` of unsigned integers is int64, where NumPy gives uint64, so sums of 2**63 and more are negative."""
    for dtype in "BHIL":
        torch.compiler.reset()
        counts = np.ones(2, dtype)
        if dtype == "L":
            counts[0] = 2**63
        total = torch.compile(lambda counts: np.sum(counts), backend="eager")(counts)
        assert total.dtype == np.int64 != np.sum(counts).dtype
        assert (total < 0) == (dtype == "L")


def roots_are_float64():
    """Compiled, `np.sqrt` of bool, uint8, int8 and int16 is float64, where NumPy gives float16 or float32."""
    for dtype in "?bBh":
        torch.compiler.reset()
        counts = np.ones(2, dtype)
        root = torch.compile(lambda counts: np.sqrt(counts), backend="eager")(counts)
        assert root.dtype == np.float64 != np.sqrt(counts).dtype


def medians_have_an_axis():
    """Compiled, `np.median` and `np.percentile` of a whole array of integers or floats give one axis with one element, where NumPy gives a number."""
    for dtype in "bBhHiIlLefd":
        torch.compiler.reset()
        middle = torch.compile(lambda levels: (np.median(levels), np.percentile(levels, 50)), backend="eager")
        for level in middle(np.ones(3, dtype)):
            assert level.shape == (1,)


def numbers_are_arrays():
    """Inside a compiled function the sum of a float array is an array, too: `round` raises a RuntimeError, and `isinstance` finds no `np.floating`."""
    for dtype in "efd":
        torch.compiler.reset()
        levels = np.ones(2, dtype)
        floating = torch.compile(lambda levels: isinstance(levels.sum(), np.floating), backend="eager")
        assert not floating(levels)
        with np.testing.assert_raises_regex(RuntimeError, "__round__"):
            torch.compile(lambda levels: round(levels.sum()), backend="eager")(levels)


def unsigned_integers_raise():
    """With `backend="eager"`, `+`, `-` and `//` of uint16, uint32 and uint64 arrays raise a RuntimeError, and so does `/` of such an array by an integer."""
    for dtype in "HIL":
        for function in lambda ids: ids + ids, lambda ids: ids - ids, lambda ids: ids // ids, lambda ids: ids / 3:
            torch.compiler.reset()
            with np.testing.assert_raises_regex(RuntimeError, "not implemented for 'UInt|fake tensor call|romotion"):
                torch.compile(function, backend="eager")(np.ones(2, dtype))


def zero_divisor_raises():
    """Compiled, integers `// 0` and `% 0`, or by an array that holds a 0, raise a RuntimeError, where NumPy warns and gives 0."""
    for dtype in "bBhil":
        for divide in (
            lambda counts, zeros: counts // 0,
            lambda counts, zeros: counts % 0,
            lambda counts, zeros: counts // zeros,
            lambda counts, zeros: counts % zeros,
        ):
            torch.compiler.reset()
            with np.testing.assert_raises_regex(RuntimeError, "ZeroDivisionError"):
                torch.compile(divide, backend="eager")(np.ones(2, dtype), np.array([1, 0], dtype))


def seeds_are_those_of_torch():
    """Compiled, `np.random.rand`, `np.random.uniform`, `np.random.normal` and `np.random.randint` with a size follow `torch.manual_seed` and take no notice of `np.random.seed`; without a size, with an array or `dtype=`, they are left to NumPy, and follow its seed, as do `np.random.choice`, `np.random.permutation` and `np.random.exponential`."""
    for function, left_to_numpy in (
        (lambda: np.random.rand(9), False),
        (lambda: np.random.uniform(-1, 1, 9), False),
        (lambda: np.random.normal(size=9), False),
        (lambda: np.random.randint(99, size=9), False),
        (lambda: np.random.rand(), True),
        (lambda: np.random.normal(), True),
        (lambda: np.random.randint(99), True),
        (lambda: np.random.randint(99, size=9, dtype=np.int32), True),
        (lambda: np.random.uniform(np.zeros(9), 1, 9), True),
        (lambda: np.random.choice(99, 9), True),
        (lambda: np.random.permutation(99), True),
        (lambda: np.random.exponential(size=9), True),
    ):
        torch.compiler.reset()
        draw, drawn = torch.compile(function, backend="eager"), []
        for numpy_seed, torch_seed in (0, 0), (1, 0), (0, 1):
            np.random.seed(numpy_seed)
            torch.manual_seed(torch_seed)
            drawn.append(np.asarray(draw()).tolist())
        assert (drawn[0] == drawn[1], drawn[0] == drawn[2]) == (not left_to_numpy, left_to_numpy)


def generators_break_the_graph():
    """A generator of `np.random.default_rng` breaks the graph, and draws as it does in NumPy."""
    draw = torch.compile(lambda: np.random.default_rng(0).random(4), backend="eager")
    assert draw().tolist() == np.random.default_rng(0).random(4).tolist()
    with np.testing.assert_raises_regex(RuntimeError, "numpy function unsupported by PyTorch"):
        torch.compile(lambda: np.random.default_rng(0).random(4), backend="eager", fullgraph=True)()


def numpy_stream_is_an_option():
    """With the flag use_numpy_random_stream of torch._dynamo.config set, compiled code draws NumPy's own numbers."""
    with torch._dynamo.config.patch(use_numpy_random_stream=True):
        np.random.seed(0)
        drawn = torch.compile(lambda: np.random.rand(4), backend="eager")().tolist()
    np.random.seed(0)
    assert drawn == np.random.rand(4).tolist()


def read_only_is_written():
    """Compiled code writes into a read-only array that it traces without an error, and one that it is compiled for is writable from then on."""
    for dtype in "?bBhHiIlLefdFD":
        torch.compiler.reset()
        levels = np.zeros(2, dtype)
        levels.flags.writeable = False

        def clear(levels):
            levels[0] = 1
            return levels

        torch.compile(clear, backend="eager", fullgraph=True)(levels)
        assert levels.tolist() == [1, 0]
        assert levels.flags.writeable


def read_only_memory_is_refused():
    """`torch.compile` raises an AssertionError where it compiles for an array that lies over read-only memory, such as `bytes`, a Pillow image in `np.asarray` or another read-only array, even where the code only reads, and code that it has compiled for another such array in memory of its own takes it, and writes into it: copy it first."""
    warnings.filterwarnings("ignore", "The given NumPy array is not writable")
    frozen = np.zeros(3)
    frozen.flags.writeable = False

    def fill(levels):
        levels[:] = 7
        return levels

    compiled = torch.compile(fill, backend="eager")
    compiled(np.zeros(2))
    compiled(frozen[1:])
    assert frozen.tolist() == [0, 7, 7]
    for levels in np.frombuffer(bytes(24)), np.asarray(Image.new("L", (3, 1))), frozen[1:], frozen.reshape(1, 3):
        for fullgraph in False, True:
            torch.compiler.reset()
            last = torch.compile(lambda levels: levels[-1:], backend="eager", fullgraph=fullgraph)
            with np.testing.assert_raises_regex(AssertionError, "Expected np.nditer base"):
                last(levels)
            assert last(levels.copy()).tolist() == levels[-1:].tolist()


def slices_share():
    """A slice that a function of `torch.compile` returns of its array shares memory with it; a reversed one is a copy, or with `backend="eager"` a NotImplementedError for uint16, uint32 and uint64."""
    for dtype in "HIL?bBhilefdFD":
        torch.compiler.reset()
        levels = np.zeros(3, dtype)
        torch.compile(lambda levels: levels[1:], backend="eager")(levels)[:] = 1
        assert levels.tolist() == [0, 1, 1]
        reverse = torch.compile(lambda levels: levels[::-1], backend="eager")
        if dtype in "HIL":
            with np.testing.assert_raises_regex(NotImplementedError, "not implemented for 'UInt"):
                reverse(levels)
        else:
            reverse(levels)[:] = 0
            assert levels.tolist() == [0, 1, 1]


def gradients_pass_numpy():
    """In a function that `torch.compile` can trace, the gradient goes through the array of a tensor of a float dtype that NumPy has, and stops at `Tensor.detach`."""
    for dtype in torch.float16, torch.float32, torch.float64:
        torch.compiler.reset()
        levels = torch.tensor([1.0, 4.0], dtype=dtype, requires_grad=True)
        with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
            levels.numpy()
        total = torch.compile(lambda levels: torch.from_numpy(np.sqrt(levels.numpy())).sum(), backend="eager")
        total(levels).backward()
        assert levels.grad.tolist() == [0.5, 0.25]
        cut = torch.compile(lambda levels: torch.from_numpy(np.sqrt(levels.detach().numpy())), backend="eager")
        assert not cut(levels).requires_grad


def wrapped_functions_take_tensors():
    """`torch.compiler.wrap_numpy` makes a function of arrays one of tensors, and `torch.compile` with `fullgraph=True` gives it a gradient, or raises a RuntimeError; without it, a function that cannot be traced loses the gradient, and no error says so."""
    total = torch.compiler.wrap_numpy(lambda levels: (levels**0.5).sum())
    calibrate = torch.compiler.wrap_numpy(lambda levels: np.interp(levels, [0, 10], [0, 1]))
    levels = torch.tensor([1.0, 4.0], requires_grad=True)
    torch.compile(total, backend="eager", fullgraph=True)(levels).backward()
    assert levels.grad.tolist() == [0.5, 0.25]
    with np.testing.assert_raises_regex(RuntimeError, "numpy function unsupported by PyTorch"):
        torch.compile(calibrate, backend="eager", fullgraph=True)(levels)
    assert not torch.compile(calibrate, backend="eager")(levels).requires_grad


def compile_traces_numpy():
    """`torch.compile` traces `np.sqrt` into its graph, and with `fullgraph=True` raises for `np.interp`, which it cannot trace."""

    def root(values):
        return torch.from_numpy(np.sqrt(values.numpy()))

    def calibrate(values):
        return torch.from_numpy(np.interp(values.numpy(), [0, 10], [0, 1]))

    values = torch.tensor([1.0, 4.0])
    assert torch.compile(root, backend="eager", fullgraph=True)(values).tolist() == [1.0, 2.0]
    with np.testing.assert_raises_regex(RuntimeError, "numpy function unsupported by PyTorch"):
        torch.compile(calibrate, backend="eager", fullgraph=True)(values)


def graph_break_keeps_the_result():
    """Without `fullgraph=True`, a NumPy function that cannot be traced breaks the graph, and runs in NumPy; the gradient of what went through it is missing, and no error says so."""

    def square(values):
        return torch.from_numpy(np.interp(values.numpy(), [0, 10], [0, 10])).float() * values

    values = torch.tensor([1.0, 4.0], requires_grad=True)
    squares = torch.compile(square, backend="eager")(values)
    assert squares.tolist() == [1.0, 16.0]
    squares.sum().backward()
    assert values.grad.tolist() == [1.0, 4.0]  # half of it


def other_dtypes_are_left_to_numpy():
    """Compiled, masked arrays, memory maps and matrices, reversed arrays that are passed in, and arrays of text, dates, objects, records and of the other byte order are left to NumPy, and with `fullgraph=True` raise a RuntimeError."""
    for array in (
        np.array(["a", "b"]),
        np.array(["2024-01-01"], "M8[D]"),
        np.array([1, None]),
        np.zeros(2, [("level", "f4")]),
        np.zeros(2, np.dtype(np.float64).newbyteorder()),
        np.arange(2.0)[::-1],
        np.ma.array([1.0, 2.0], mask=[True, False]),
        np.memmap("levels.bin", np.float32, "w+", shape=2),
        np.matrix([[1.0, 2.0]]),
    ):
        for fullgraph in False, True:
            torch.compiler.reset()
            last = torch.compile(lambda array: array[-1:], backend="eager", fullgraph=fullgraph)
            if fullgraph:
                with np.testing.assert_raises_regex(RuntimeError, "numpy|Unsupported|convert|Unexpected type"):
                    last(array)
            else:
                np.testing.assert_array_equal(last(array), array[-1:])


def dtypes_compile_anew():
    """`torch.compile` compiles for each dtype of an array, eight times at most; then it runs the function as it is, or with `fullgraph=True` raises an error."""
    graphs = []
    logging.disable()  # it says that the limit is reached
    last = torch.compile(lambda levels: levels[1:], backend=lambda graph, inputs: graphs.append(1) or graph)
    for dtype in "?bBhHiIlLefdFD":
        assert last(np.zeros(2, dtype)).dtype == dtype
    assert len(graphs) == 8
    last = torch.compile(lambda levels: levels[1:], backend="eager", fullgraph=True)
    with np.testing.assert_raises_regex(Exception, "fullgraph=True"):
        for dtype in "?bBhHiIlL":
            last(np.zeros(2, dtype))


def loops_are_unrolled():
    """`torch.compile` writes down every step of a loop: the graph of forty steps has ten times the operations of four."""
    for dtype in "fd":
        lengths = []

        def backend(graph, inputs, lengths=lengths):
            lengths.append(sum(node.op.startswith("call") for node in graph.graph.nodes))
            return graph.forward

        for steps in 4, 40:

            def cool(levels, steps=steps):
                for _ in range(steps):
                    levels = levels - 1
                return levels

            torch.compile(cool, backend=backend)(np.ones(3, dtype))
        assert 8 < lengths[1] / lengths[0] < 12


def default_device_stops_operators():
    """Under `torch.device` as a context, or after `torch.set_default_device`, even with the CPU, most operators of arrays in a compiled function raise a RuntimeError, "'ndarray' object has no attribute"; `//` and a number in front of `-`, `%` or `**` give a tensor in place of an array, and functions and methods of NumPy work."""
    levels = np.array([1, 2])
    shifted = torch.compile(lambda levels: levels + 1, backend="eager")
    bounded = torch.compile(lambda levels: np.add(levels, levels.max()), backend="eager")
    answered = torch.compile(
        lambda levels: (levels // 2, 2 // levels, 1 - levels, 5 % levels, 2**levels), backend="eager"
    )
    with torch.device("cpu"):
        assert bounded(levels).tolist() == [3, 4]
        results = [(type(one), one.tolist()) for one in answered(levels)]
        assert results == [(torch.Tensor, numbers) for numbers in ([0, 1], [2, 1], [0, -1], [0, 1], [2, 4])]
        with np.testing.assert_raises_regex(RuntimeError, "'ndarray' object has no attribute 'add'"):
            shifted(levels)
    torch.set_default_device("cpu")
    with np.testing.assert_raises_regex(RuntimeError, "'ndarray' object has no attribute 'add'"):
        shifted(levels)
