# Long: a whole training loop, from arrays to arrays
import numpy as np
import torch

rng = np.random.default_rng(0)
features = rng.normal(size=(500, 4))
labels = features[:, 0] > features[:, 1]

device = "cuda" if torch.cuda.is_available() else "cpu"
inputs = torch.from_numpy(features).float().to(device)
targets = torch.from_numpy(labels).long().to(device)
train, test = slice(400), slice(400, None)

torch.manual_seed(0)
model = torch.nn.Linear(4, 2).to(device)
optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
for _ in range(5):
    for rows in torch.randperm(400, device=device).split(64):
        optimizer.zero_grad()
        scores = model(inputs[train][rows])
        loss = torch.nn.functional.cross_entropy(scores, targets[train][rows])
        loss.backward()
        optimizer.step()

with torch.no_grad():
    predicted = model(inputs[test]).argmax(1).cpu().numpy()
print("inputs:", inputs.dtype, "targets:", targets.dtype)
print("shares:", np.shares_memory(features, inputs.cpu()))
print("9 of 10 new rows are right:", np.mean(predicted == labels[test]) > 0.9)
