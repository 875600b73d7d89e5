import torch

readings = {"levels": torch.tensor([20.5, 21.0]), "room": "hall"}
torch.save(readings, "readings.pt")

loaded = torch.load("readings.pt")
print("loaded:", loaded)
