import torch

layer = torch.nn.Linear(1, 1, bias=False)
torch.nn.init.ones_(layer.weight)
view = layer.weight.detach().cpu().numpy()
kept = view.copy()

layer(torch.ones(1, 1)).backward()
torch.optim.SGD(layer.parameters(), lr=0.5).step()

print("view:", view)
print("copy:", kept)
