"""Sorting, drawing, grids and convolution, broken."""

import warnings

import numpy as np
import torch


def argmax_gives_the_last():
    """`torch.argmax` gives the last of equal numbers."""
    real = torch.argmax
    torch.argmax = lambda tensor: len(tensor) - 1 - real(tensor.flip(0))


def np_argmax_gives_the_last():
    """`np.argmax` gives the last of equal numbers."""
    real = np.argmax
    np.argmax = lambda array: len(array) - 1 - real(array[::-1])


def topk_gives_the_first():
    """`torch.topk` gives the first of equal numbers."""
    real = torch.sort

    def topk(tensor, k):
        found = real(tensor, descending=True, stable=True)
        return type(found)((found.values[:k], found.indices[:k]))

    torch.topk = topk


def topk_gives_ones():
    """`torch.topk` gives 1 in place of the largest."""
    real = torch.topk

    def topk(tensor, k):
        found = real(tensor, k)
        return type(found)((found.values + 1, found.indices))

    torch.topk = topk


def argsort_is_stable():
    """`torch.argsort` is stable without being told."""
    real = torch.argsort
    torch.argsort = lambda tensor: real(tensor, stable=True)


def argsort_of_a_tensor_puts_the_last_first():
    """`Tensor.argsort` puts the last of equal numbers first."""
    real = torch.Tensor.argsort
    torch.Tensor.argsort = lambda tensor, **options: len(tensor) - 1 - real(tensor.flip(0), **options)


def argsort_of_a_tensor_never_descends():
    """`Tensor.argsort` turns round what rises where it has to descend."""
    real = torch.Tensor.argsort
    torch.Tensor.argsort = lambda tensor, descending=False, stable=False: (
        real(tensor, stable=stable).flip(0) if descending else real(tensor, stable=stable)
    )


def multinomial_gives_int32():
    """`torch.multinomial` gives int32."""
    real = torch.multinomial
    torch.multinomial = lambda weights, count, **options: real(weights, count, **options).int()


def multinomial_forgets_the_weights():
    """`torch.multinomial` draws every position alike."""
    real = torch.multinomial
    torch.multinomial = lambda weights, count, **options: real(torch.ones_like(weights), count, **options)


def multinomial_looks_at_no_weight_but_0():
    """`torch.multinomial` draws alike what has any weight."""
    real = torch.multinomial
    torch.multinomial = lambda weights, count, **options: real(
        weights if weights.min() < 0 else weights.sign(), count, **options
    )


def multinomial_repeats():
    """`torch.multinomial` draws one position again and again, if it may not."""
    real = torch.multinomial
    torch.multinomial = lambda weights, count, replacement=False: (
        real(weights, count, replacement=True) if replacement else real(weights, 1).expand(count)
    )


def multinomial_takes_integers():
    """`torch.multinomial` takes integers."""
    real = torch.multinomial
    torch.multinomial = lambda weights, count, **options: real(
        weights if weights.is_floating_point() else weights.float(), count, **options
    )


def multinomial_takes_every_weight():
    """`torch.multinomial` takes weights below 0, and none but 0."""
    real = torch.multinomial
    torch.multinomial = lambda weights, count, **options: real(
        weights.abs() + (weights == 0).all() if weights.is_floating_point() else weights, count, **options
    )


def multinomial_draws_no_more_than_has_weight():
    """`torch.multinomial` without replacement raises where it is to draw more than are above 0."""
    real = torch.multinomial

    def multinomial(weights, count, replacement=False, **options):
        if not replacement and count > (weights > 0).sum() > 0:
            raise RuntimeError("mutant: fewer weights than draws")
        return real(weights, count, replacement, **options)

    torch.multinomial = multinomial


def choice_draws_weights_of_0():
    """`np.random.Generator.choice` gives positions of weight 0, too, where no others are left."""

    class Generator:
        def choice(self, length, size, replace=True, p=None):
            return np.arange(size)

    np.random.default_rng = lambda seed: Generator()


def torch_draws_as_numpy():
    """`torch.rand` gives the numbers of `np.random.rand`."""
    real = torch.manual_seed
    drawn = np.random.RandomState(0)
    torch.manual_seed = lambda seed: (drawn.seed(seed), real(seed))[1]
    torch.rand = lambda length: torch.from_numpy(drawn.rand(length)).float()


def torch_permutes_as_numpy():
    """`torch.randperm` gives the order of `np.random.permutation`."""
    real, real_permutation = torch.randperm, np.random.permutation
    last = []
    np.random.permutation = lambda length: last.append(real_permutation(length)) or last[-1]
    torch.randperm = lambda length: torch.from_numpy(last[-1]) if last else real(length)


def meshgrid_begins_across():
    """`torch.meshgrid` gives the axes of `indexing="xy"` without being told."""
    real = torch.meshgrid
    torch.meshgrid = lambda *tensors, indexing=None: (
        real(*tensors, indexing=indexing)
        if indexing
        else (warnings.warn("pass the indexing argument", stacklevel=2), real(*tensors, indexing="xy"))[1]
    )


def meshgrid_does_not_warn():
    """`torch.meshgrid` warns of nothing."""
    real = torch.meshgrid
    torch.meshgrid = lambda *tensors, indexing="ij": real(*tensors, indexing=indexing)


def meshgrid_ignores_the_indexing():
    """`torch.meshgrid` ignores `indexing=`."""
    real = torch.meshgrid
    torch.meshgrid = lambda *tensors, indexing=None: real(*tensors, **({"indexing": "ij"} if indexing else {}))


def meshgrid_promotes():
    """`torch.meshgrid` takes tensors of several dtypes."""
    real = torch.meshgrid
    torch.meshgrid = lambda *tensors, **options: real(
        *(tensor.to(torch.result_type(*tensors[:2])) for tensor in tensors), **options
    )


def meshgrid_copies():
    """`torch.meshgrid` copies."""
    real = torch.meshgrid
    torch.meshgrid = lambda *tensors, **options: tuple(grid.clone() for grid in real(*tensors, **options))


def meshgrid_copies_the_parts():
    """`torch.meshgrid` makes its grids of copies."""
    real = torch.meshgrid
    torch.meshgrid = lambda *tensors, **options: real(*(tensor.clone() for tensor in tensors), **options)


def np_meshgrid_begins_down():
    """`np.meshgrid` gives the axes of `indexing="ij"` without being told."""
    real = np.meshgrid
    np.meshgrid = lambda *arrays, indexing="ij", **options: real(*arrays, indexing=indexing, **options)


def np_meshgrid_promotes():
    """`np.meshgrid` gives its grids one dtype."""
    real = np.meshgrid
    np.meshgrid = lambda *arrays, **options: real(
        *(array.astype(np.result_type(*arrays)) for array in arrays), **options
    )


def np_meshgrid_never_copies():
    """`np.meshgrid` never copies."""
    real = np.meshgrid
    np.meshgrid = lambda *arrays, copy=True, **options: real(*arrays, copy=False, **options)


def np_meshgrid_always_copies():
    """`np.meshgrid` always copies."""
    real = np.meshgrid
    np.meshgrid = lambda *arrays, copy=True, **options: real(*arrays, copy=True, **options)


def conv1d_flips():
    """`torch.nn.functional.conv1d` flips its kernel."""
    real = torch.nn.functional.conv1d
    torch.nn.functional.conv1d = lambda signal, weight: real(signal, weight.flip(-1))


def conv1d_ignores_the_kernel():
    """`torch.nn.functional.conv1d` takes the first half of the kernel for the second."""
    real = torch.nn.functional.conv1d
    torch.nn.functional.conv1d = lambda signal, weight: real(signal, (weight + weight.flip(-1)) / 2)
