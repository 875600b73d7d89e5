# Long: a whole training loop, from arrays to arrays
import numpy as np
import torch

rng = np.random.default_rng(0)
features = rng.normal(size=(400, 4))
labels = (features[:, 0] > features[:, 1]).astype(np.int32)

inputs = torch.from_numpy(features.astype(np.float32))
targets = torch.from_numpy(labels.astype(np.int64))
torch.manual_seed(0)
model = torch.nn.Linear(4, 2)
optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
for _ in range(20):
    optimizer.zero_grad()
    torch.nn.functional.cross_entropy(model(inputs), targets).backward()
    optimizer.step()

with torch.no_grad():
    predicted = model(inputs).argmax(1).numpy()
print("shares:", np.shares_memory(features, inputs))
print("more than 9 of 10 are right:", np.mean(predicted == labels) > 0.9)
