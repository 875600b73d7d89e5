# Long: the function, its derivative, and how both call SciPy
import numpy as np
import torch
from scipy import special


def compute(function, values):
    array = np.asarray(function(values.detach().cpu().numpy()))
    return torch.from_numpy(array).to(values)


class Bessel(torch.autograd.Function):
    @staticmethod
    def forward(ctx, values):
        ctx.save_for_backward(values)
        return compute(special.j0, values)

    @staticmethod
    def backward(ctx, gradient):
        if torch.is_grad_enabled():
            raise RuntimeError("no second derivative")
        return -gradient * compute(special.j1, *ctx.saved_tensors)


values = torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True)
Bessel.apply(values).sum().backward()
print("gradient:", values.grad)
print("checked:", torch.autograd.gradcheck(Bessel.apply, (values,)))
