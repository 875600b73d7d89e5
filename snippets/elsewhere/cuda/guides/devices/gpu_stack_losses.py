import torch

model = torch.nn.Linear(3, 1).to("cuda")
inputs = torch.ones(4, 3, device="cuda")
losses = []

for _ in range(3):
    loss = (model(inputs) * 0 + 0.5).mean()
    losses.append(loss.detach())

history = torch.stack(losses).cpu().numpy()
print("losses:", history, history.dtype)
