import torch

device = "cuda" if torch.cuda.is_available() else "cpu"
losses = torch.tensor([0.75, 0.5], device=device)

print("array:", losses.detach().cpu().numpy())
