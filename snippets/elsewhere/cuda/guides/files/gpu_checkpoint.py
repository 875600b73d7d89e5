import torch

weights = torch.tensor([0.5, 0.25], device="cuda")
torch.save(weights, "weights.pt")

print(torch.load("weights.pt").device)
print(torch.load("weights.pt", map_location="cpu").numpy())
