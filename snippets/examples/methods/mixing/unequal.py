import numpy as np
import torch

labels = np.array([0, 1, 1])
predicted = torch.tensor([0, 1, 0])

print("as they are:", labels != predicted)
print("converted:", labels != predicted.numpy())
