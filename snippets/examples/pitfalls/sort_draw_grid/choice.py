import torch

draw = torch.Generator().manual_seed(0)
rows = torch.arange(100, 110)
p = torch.tensor([0.5, 0.5] + 8 * [0.0])

once = torch.randperm(10, generator=draw)[:3]
print("no row twice:", rows[once].unique().shape)
some = torch.randint(10, (3,), generator=draw)
print("any row:", rows[some].shape)
many = torch.multinomial(
    p,
    100,
    replacement=True,
    generator=draw,
)
print("by p:", rows[many].unique())
