# Raises RuntimeError: a result of the graph
import copy

import torch

weights = torch.ones(2, requires_grad=True)
best = {"scores": weights * 2}
copy.deepcopy(best)
