import torch

lazy = torch.tensor([1 + 2j, 3 - 1j]).conj()
calls = ("contiguous", "detach", "clone", "abs", "conj_physical", "resolve_conj")

for keeps in (True, False):
    names = [name for name in calls if getattr(lazy, name)().is_conj() == keeps]
    print(f"bit {'set' if keeps else 'not set'}: {', '.join(names)}")
