import torch

lists = ([20.5, 21.0], [1, 2], [1, 2.5], [True, 2])

for values in lists:
    print(f"{values}:", torch.tensor(values).dtype)
