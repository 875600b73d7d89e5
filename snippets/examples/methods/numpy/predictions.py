import torch

logits = torch.tensor([[0.1, 2.0], [1.5, 0.3]])
predicted = logits.argmax(dim=1).numpy()
labels = ["cat", "dog"]

print(predicted, predicted.dtype)
print([labels[number] for number in predicted])
