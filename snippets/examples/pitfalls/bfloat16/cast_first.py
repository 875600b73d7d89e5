import torch

layer = torch.nn.Linear(2, 3).to(torch.bfloat16)
rows = torch.ones(4, 2, dtype=torch.bfloat16)
scores = layer(rows)

array = scores.detach().cpu().float().numpy()
print("tensor:", scores.dtype)
print("array:", array.dtype, array.shape)
