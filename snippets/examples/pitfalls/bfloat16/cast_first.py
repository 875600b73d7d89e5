import torch

layer = torch.nn.Linear(2, 3).to(torch.bfloat16)
scores = layer(torch.ones(4, 2, dtype=torch.bfloat16))

array = scores.detach().float().numpy()
print(array.dtype, array.shape)
