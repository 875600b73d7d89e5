import torch

layer = torch.nn.Linear(2, 1, bias=False)
torch.nn.init.ones_(layer.weight)

state = layer.state_dict()
shared = state["weight"].numpy()
kept = shared.copy()
with torch.no_grad():
    layer.weight += 10

print("shared:", shared)
print("kept:", kept)
