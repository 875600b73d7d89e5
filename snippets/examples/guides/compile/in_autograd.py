import torch
from scipy import special


class Bessel(torch.autograd.Function):
    @staticmethod
    def forward(ctx, values):
        ctx.save_for_backward(values)
        return torch.from_numpy(special.j0(values.numpy()))

    @staticmethod
    def backward(ctx, gradient):
        (values,) = ctx.saved_tensors
        return -gradient * torch.from_numpy(special.j1(values.numpy()))


values = torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True)
Bessel.apply(values).sum().backward()
print("gradient:", values.grad)
print("checked:", torch.autograd.gradcheck(Bessel.apply, (values,)))
