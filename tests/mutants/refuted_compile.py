"""What compiled NumPy code does with random numbers and read-only arrays, broken."""

import numpy as np
import torch


def compile_gives_the_flag_back():
    """A compiled function leaves a read-only array read-only."""
    real = torch.compile

    def compile(function, **options):
        compiled = real(function, **options)

        def call(array):
            frozen = not array.flags.writeable
            result = compiled(array)
            if frozen:
                array.flags.writeable = False
            return result

        return call

    torch.compile = compile


def compile_copies_read_only_memory():
    """A compiled function is given a copy of a read-only array that lies over another object."""
    real = torch.compile

    def compile(function, **options):
        compiled = real(function, **options)
        return lambda array: compiled(array if array.flags.writeable or array.base is None else array.copy())

    torch.compile = compile


def compile_seeds_single_draws():
    """Compiled, `np.random.rand` without a size takes no notice of `np.random.seed`."""
    real = np.random.rand
    np.random.rand = lambda *size: real(*size) if size else torch.rand(()).item()


def compile_of_arrays_gives_arrays():
    """A compiled function that is given arrays alone gives several results as arrays alone."""
    real = torch.compile

    def compile(function, **options):
        compiled = real(function, **options)

        def run(*args):
            results = compiled(*args)
            if not isinstance(results, tuple) or not all(isinstance(arg, np.ndarray) for arg in args):
                return results
            return tuple(one.numpy() if isinstance(one, torch.Tensor) else one for one in results)

        return run

    torch.compile = compile
