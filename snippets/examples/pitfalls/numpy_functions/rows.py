import torch


def spread(row):
    return row.max() - row.min()


table = torch.tensor([[1.0, 4.0], [2.0, 7.0]])
print("rows:", torch.vmap(spread)(table))
per_column = torch.vmap(spread, in_dims=1)(table)
print("columns:", per_column)
