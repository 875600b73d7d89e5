"""What goes wrong at the edges: no elements, one element, a parameter, another default."""

import torch


def identity_detaches():
    """`torch.nn.Identity` gives what does not require grad."""
    torch.nn.Identity.forward = lambda self, inputs: inputs.detach()


def parameter_is_the_tensor():
    """`torch.nn.Parameter` of a tensor is that tensor."""
    torch.nn.Parameter = lambda data, requires_grad=True: data


def times_a_float_is_float32():
    """A tensor of integers times a Python float is float32, whatever the default dtype is."""
    real = torch.Tensor.__mul__

    def times(self, other):
        whole = not self.dtype.is_floating_point and not self.dtype.is_complex and isinstance(other, float)
        return real(self.to(torch.float32), other) if whole else real(self, other)

    torch.Tensor.__mul__ = times
