import torch

batch = torch.zeros(2, 3)
first = batch[0].numpy()
first[:] = [1.0, 2.0, 3.0]

print(batch)
print(first.base is None, first.flags.owndata)
