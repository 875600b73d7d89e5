# Raises ValueError: tensors of several elements are stacked, not listed.
import torch

scores = [torch.tensor([0.25, 0.75]), torch.tensor([0.5, 0.5])]
print(torch.stack(scores))

torch.tensor(scores)
