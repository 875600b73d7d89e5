# Raises RuntimeError: a result of the graph
import copy

import torch

weights = torch.ones(2, requires_grad=True)
best = {"scores": weights * 2}
plain = {"scores": (weights * 2).detach().clone()}
print("detached:", copy.deepcopy(plain))
copy.deepcopy(best)
