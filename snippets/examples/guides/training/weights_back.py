import torch

layer = torch.nn.Linear(2, 1)
layer.load_state_dict({"weight": torch.tensor([[1.0, 2.0]]), "bias": torch.zeros(1)})
best = {name: value.numpy() for name, value in layer.state_dict().items()}
kept = {name: value.copy() for name, value in best.items()}
with torch.no_grad():
    layer.weight += 10

print(best["weight"], kept["weight"])
