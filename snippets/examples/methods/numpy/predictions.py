import torch

labels = ["cat", "dog"]
logits = torch.tensor([[0.1, 2.0], [1.5, 0.3]])
predicted = logits.argmax(dim=1).cpu().numpy()

print("predicted:", predicted, predicted.dtype)
print("labels:", [labels[n] for n in predicted])
