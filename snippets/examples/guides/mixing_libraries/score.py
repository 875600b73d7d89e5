# Long: a model is fitted, trained and scored with two libraries
import numpy as np
import torch
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

levels = np.arange(80.0, dtype=np.float32).reshape(40, 2)
alarms = (levels[:, 0] > 39).astype(np.int64)
train, test, train_alarms, test_alarms = train_test_split(levels, alarms, random_state=0)

scaler = StandardScaler().fit(train)
inputs = torch.from_numpy(scaler.transform(train))
targets = torch.from_numpy(train_alarms)
torch.manual_seed(0)
model = torch.nn.Linear(2, 2)
optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
for _ in range(50):
    optimizer.zero_grad()
    torch.nn.functional.cross_entropy(model(inputs), targets).backward()
    optimizer.step()

with torch.no_grad():
    scores = model(torch.from_numpy(scaler.transform(test)))
accuracy = accuracy_score(test_alarms, scores.argmax(dim=1).numpy())
print("accuracy:", accuracy)
