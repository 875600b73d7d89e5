import torch
from sklearn.model_selection import train_test_split

features = torch.arange(8.0).reshape(4, 2)
labels = torch.tensor([0, 1, 0, 1])

train, test, train_labels, test_labels = train_test_split(
    features, labels, test_size=2, stratify=labels, random_state=0
)
print("train:", type(train).__name__, train.dtype)
print("test labels:", test_labels)
