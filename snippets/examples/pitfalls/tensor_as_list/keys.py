from collections import Counter

import torch

names = {0: "cat", 1: "dog"}
labels = torch.tensor([1, 0, 1])

print("tensors:", [names.get(label) for label in labels])
print("numbers:", [names.get(label) for label in labels.tolist()])
print("distinct:", len(set(labels)), "and", len(set(labels.tolist())))
print("counts:", Counter(labels.tolist()))
