import torch
from sklearn.linear_model import LogisticRegression

features = torch.tensor([[0.0], [1.0], [4.0], [5.0]])
labels = torch.tensor([0, 0, 1, 1])

for data in features, features.numpy():
    model = LogisticRegression().fit(data, labels.numpy())
    print(f"{type(data).__name__}: computed in {model.coef_.dtype}")
