import torch

layer = torch.nn.Linear(2, 1, bias=False)
torch.nn.init.ones_(layer.weight)

weight = layer.state_dict()["weight"].cpu()
shared = weight.numpy()
kept = weight.numpy().copy()
with torch.no_grad():
    layer.weight += 10

print("shared:", shared)
print("kept:", kept)
