import numpy as np
import torch

labels = torch.from_numpy(np.array([1, 0, 2], dtype=np.uint8)).long()
scores = torch.zeros(3, 3)
for target in (
    torch.nn.functional.one_hot(labels, 3).float(),
    torch.eye(3)[labels],
    torch.from_numpy(np.eye(3)[labels.numpy()]),
):
    print(target[0], torch.nn.functional.cross_entropy(scores, target).dtype)
