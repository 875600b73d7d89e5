"""Compiled, exported, transformed code and workers of data loaders, broken."""

import numpy as np
import torch


def compile_runs_it_as_it_is():
    """`torch.compile` gives the function back."""
    torch.compile = lambda function=None, **options: function or (lambda real: real)


def compile_gives_tensors():
    """Functions of arrays that `torch.compile` has made give tensors."""
    real = torch.compile

    def compile(function, **options):
        compiled = real(function, **options)

        def run(*args):
            results = compiled(*args)
            tensors = [torch.from_numpy(one) for one in (results if isinstance(results, tuple) else [results])]
            return tuple(tensors) if isinstance(results, tuple) else tensors[0]

        return run

    torch.compile = compile


def compile_gives_float64():
    """Functions of arrays that `torch.compile` has made give float64."""
    real = torch.compile

    def compile(function, **options):
        compiled = real(function, **options)

        def run(*args):
            results = compiled(*args)
            cast = [np.asarray(one, np.float64) for one in (results if isinstance(results, tuple) else [results])]
            return tuple(cast) if isinstance(results, tuple) else cast[0]

        return run

    torch.compile = compile


def compile_copies_arrays():
    """Functions that `torch.compile` has made get copies of arrays, and give zeros without axes an axis."""
    real = torch.compile

    def compile(function, **options):
        compiled = real(function, **options)
        return lambda *args: compiled(*[arg.copy() if isinstance(arg, np.ndarray) else arg for arg in args])

    torch.compile = compile


def compile_reverses_arrays():
    """Functions that `torch.compile` has made see arrays and results of theirs from the end, with an axis at least."""
    real = torch.compile

    def compile(function, **options):
        compiled = real(function, **options)

        def flipped(value):
            if isinstance(value, tuple):
                return tuple(map(flipped, value))
            if isinstance(value, torch.Tensor):
                return (value.flip(0) if value.dim() else value) * 2
            return np.concatenate([np.atleast_1d(value)[::-1]] * 2) if isinstance(value, np.ndarray) else value

        return lambda *args: flipped(compiled(*args))

    torch.compile = compile


def compile_counts_no_dtypes():
    """`torch.compile` compiles anew for each dtype, however many there are."""
    real = torch.compile

    def compile(function, **options):
        compiled = real(function, **options)

        def run(*args):
            torch.compiler.reset()
            return compiled(*args)

        return run

    torch.compile = compile


def compile_follows_the_seed_of_numpy():
    """`torch.compile` seeds torch with NumPy's seed."""
    real, real_seed = torch.compile, np.random.seed
    torch.compile = lambda function, **options: real(function, **options)

    def seed(number):
        real_seed(number)
        torch.manual_seed(100 + number)
        torch.manual_seed = lambda number: None

    np.random.seed = seed


def numpy_has_no_seed():
    """`np.random.seed` seeds nothing."""
    np.random.seed = lambda number: None


def wraps_half():
    """`torch.compiler.wrap_numpy` halves what comes out."""
    real = torch.compiler.wrap_numpy
    torch.compiler.wrap_numpy = lambda function: real(lambda *args: function(*args) / 2)


def trace_calls_the_function():
    """`torch.jit.trace` gives the function back, without a warning."""
    torch.jit.trace = lambda function, inputs: function


def export_takes_arrays():
    """`torch.export.export` makes tensors of arrays that it is given."""
    real = torch.export.export

    def export(module, args, **options):
        return real(module, tuple(torch.as_tensor(arg) for arg in args), **options)

    torch.export.export = export


def export_is_never_strict():
    """`torch.export.export` ignores `strict=`, and says so."""
    real = torch.export.export

    def export(module, args, strict=False, **options):
        try:
            return real(module, args, **options)
        except RuntimeError as error:
            raise RuntimeError(f"{error} (mutant)") from None

    torch.export.export = export


def export_keeps_the_first_result():
    """`torch.export.export` keeps what the module gave for the example input."""
    import types

    def export(module, args, **options):
        first = module(*args)
        return types.SimpleNamespace(module=lambda: lambda *others: first)

    torch.export.export = export


def vmap_is_a_loop():
    """`torch.vmap` calls the function row by row."""
    torch.vmap = lambda function: lambda rows: torch.stack([function(row) for row in rows]) * 1.5


def functionalize_does_nothing():
    """`torch.func.functionalize` gives the function back."""
    torch.func.functionalize = lambda function: function


def gradients_have_a_gradient():
    """`torch.autograd.grad` gives twice a gradient that requires grad."""
    real = torch.autograd.grad

    def grad(*args, **options):
        return [2 * gradient.detach().requires_grad_() for gradient in real(*args, **options)]

    torch.autograd.grad = grad


def operators_take_arrays():
    """`torch.library.custom_op` registers nothing and gives the function back."""

    def custom_op(name, function, **options):
        function.register_fake = lambda fake: None
        return function

    torch.library.custom_op = custom_op


def operators_give_twice():
    """Operators of `torch.library.custom_op` give twice what their function gives."""
    real = torch.library.custom_op

    def custom_op(name, function, **options):
        def double(values: torch.Tensor) -> torch.Tensor:
            return function(values) * 2

        return real(name, double, **options)

    torch.library.custom_op = custom_op


def opcheck_is_content():
    """`torch.library.opcheck` finds nothing."""
    torch.library.opcheck = lambda operator, args: {}


def maps_are_pickled_by_name():
    """`pickle.dumps` sends the name of a memory map's file."""
    np.memmap.__reduce_ex__ = lambda self, protocol: (np.load, (str(self.filename), "r"))


def archives_are_pickled_by_name():
    """`pickle.dumps` sends the name of an open `.npz` file."""
    np.lib.npyio.NpzFile.__reduce_ex__ = lambda self, protocol: (np.load, (str(self.zip.filename),))


def forks_do_nothing():
    """Processes of `torch.multiprocessing` end before they call their function."""
    import types

    real = torch.multiprocessing.get_context
    torch.multiprocessing.get_context = lambda method: types.SimpleNamespace(
        Process=lambda target, args: real(method).Process(target=id, args=(target,))
    )


def tensors_are_sent_by_value():
    """`ForkingPickler.dumps` pickles a tensor as `pickle.dumps` does."""
    import pickle
    from multiprocessing.reduction import ForkingPickler

    ForkingPickler.dumps = staticmethod(pickle.dumps)


def arrays_arrive_as_they_are():
    """`pickle.loads` gives the very object that was pickled last."""
    import pickle
    from multiprocessing.reduction import ForkingPickler

    sent = []
    ForkingPickler.dumps = staticmethod(sent.append)
    pickle.loads = lambda data: sent[-1]


def workers_have_one_seed():
    """`torch.initial_seed` is 0 everywhere."""
    torch.initial_seed = lambda: 0


def lists_are_no_seeds():
    """`np.random.default_rng` takes no notice of a list."""
    real = np.random.default_rng
    np.random.default_rng = lambda seed=None: real(None if isinstance(seed, list) else seed)


def streams_are_read_once():
    """A `DataLoader` reads an `IterableDataset` in one worker."""
    import torch.utils.data

    real = torch.utils.data.DataLoader
    torch.utils.data.DataLoader = lambda data, num_workers=0, **options: real(data, num_workers=1, **options)
