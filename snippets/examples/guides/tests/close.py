import numpy as np
import torch

scores = torch.tensor([0.1, 0.2])
expected = np.array([0.1, 0.2], dtype=np.float32)

torch.testing.assert_close(scores, torch.from_numpy(expected))
np.testing.assert_allclose(scores.numpy(), expected, rtol=1e-6)
print("both pass")
