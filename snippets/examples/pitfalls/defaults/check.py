# Raises AssertionError: the function leaves another default behind
import torch


def compute():
    torch.set_default_dtype(torch.float64)
    return torch.ones(3).sum()


before = torch.get_default_dtype()
compute()
assert torch.get_default_dtype() == before, f"the default dtype is now {torch.get_default_dtype()}"
