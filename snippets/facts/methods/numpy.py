"""Facts of docs/methods/numpy.md."""

import numpy as np
import torch


def array_over_the_tensor():
    """Without arguments, `Tensor.numpy` gives a writable array over the tensor's memory, with its dtype, shape and (unless empty) strides, so each side sees what the other writes; it raises where an array cannot be that, as for bfloat16 and, where autograd is on, for a tensor that requires grad."""
    for dtype in "?bBhHiIlLefdFD":
        batch = torch.from_numpy(np.zeros((2, 4), dtype))
        views = batch, batch.T, batch[:, ::2], batch[1, 1], batch[:1, :1], batch[:1].expand(3, 4)
        for tensor in views:
            array = tensor.numpy()
            array[...] = 1
            assert tensor.tolist() == array.tolist() == np.ones(tensor.shape, dtype).tolist()
            tensor.zero_() if tensor is not views[-1] else batch.zero_()
            assert not array.any()
            assert (array.dtype, array.shape) == (dtype, tuple(tensor.shape))
            assert array.strides == tuple(step * tensor.element_size() for step in tensor.stride())
        for tensor in batch[:0], batch[:, :0]:
            array = tensor.numpy()
            assert (array.dtype, array.shape) == (dtype, tuple(tensor.shape))
        if dtype in "efdFD":
            with np.testing.assert_raises_regex(RuntimeError, "requires grad"):
                batch.requires_grad_().numpy()
    with np.testing.assert_raises_regex(TypeError, "BFloat16"):
        torch.ones(2, dtype=torch.bfloat16).numpy()


def force_takes_more():
    """With `force=True`, `Tensor.numpy` takes a CPU tensor that requires grad as it takes one that does not, and shares its memory, but for one with a conj or neg bit, which it copies."""
    for dtype in "?bBhHiIlLefdFD":
        weights = torch.from_numpy(np.zeros(2, dtype))
        weights.numpy(force=True)[0] = 1
        weights.requires_grad_(dtype in "efdFD").numpy(force=True)[1] = 1
        assert weights.tolist() == [1, 1]
    for dtype in torch.complex64, torch.complex128:
        spectrum = torch.tensor([1j], dtype=dtype, requires_grad=True).conj()
        for copied in spectrum, spectrum.imag:
            copied.numpy(force=True)[0] = 5
        assert spectrum.tolist() == [-1j]


def equals_the_long_form():
    """`Tensor.numpy` with `force=True` gives what `detach`, `cpu`, `resolve_conj`, `resolve_neg` and `numpy` give one after the other."""
    plain = [torch.from_numpy(np.ones(2, dtype)) for dtype in "?bBhHiIlLefdFD"]
    spectrum = torch.tensor([1 + 2j, 3 - 1j], requires_grad=True).conj()
    for tensor in *plain, spectrum, spectrum.imag:
        array = tensor.numpy(force=True)
        assert array.tolist() == tensor.detach().cpu().resolve_conj().resolve_neg().numpy().tolist()


def long_form_keeps_the_bits():
    """On the CPU, `Tensor.detach`, `Tensor.cpu` and `Tensor.numpy` together copy nothing and leave the graph to `Tensor.backward`; a conj or neg bit stays, and raises a RuntimeError."""
    for dtype in "?bBhHiIlLefdFD":
        scores = torch.from_numpy(np.zeros(2, dtype)).requires_grad_(dtype in "efdFD")
        scores.detach().cpu().numpy()[0] = 1
        assert scores.tolist() == [1, 0]
    for dtype in torch.float16, torch.float32, torch.float64:
        weight = torch.tensor([3.0], dtype=dtype, requires_grad=True)
        loss = weight**2
        loss.detach().cpu().numpy()
        loss.backward()
        assert weight.grad.item() == 6.0
    for dtype in torch.complex64, torch.complex128:
        spectrum = torch.tensor([1 + 2j], dtype=dtype).conj()
        for tensor, bit in (spectrum, "conjugate bit"), (spectrum.imag, "negative bit"):
            with np.testing.assert_raises_regex(RuntimeError, bit):
                tensor.detach().cpu().numpy()


def write_reaches_the_weights():
    """A write to the array of a CPU parameter, by `Tensor.detach` or by `Tensor.numpy` with `force=True`, changes the parameter, and autograd does not notice."""
    for dtype in "efdFD":
        weight = torch.nn.Parameter(torch.from_numpy(np.zeros(2, dtype)))
        version = weight._version
        weight.numpy(force=True)[0] = 1
        weight.detach().numpy()[1] = 1
        assert weight.tolist() == [1, 1]
        assert weight._version == version


def argmax_gives_int64():
    """`Tensor.argmax` gives int64, so its array indexes other arrays as it is, and each of its elements can index a list."""
    labels = ["cat", "dog"]
    for dtype in torch.uint8, torch.int32, torch.float16, torch.float32, torch.float64:
        predicted = torch.tensor([[1, 2], [4, 3]], dtype=dtype).argmax(dim=1).numpy()
        assert predicted.dtype == np.int64
        assert np.array(labels)[predicted].tolist() == [labels[number] for number in predicted] == ["dog", "cat"]
