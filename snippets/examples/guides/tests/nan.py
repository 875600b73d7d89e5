import numpy as np
import torch

gaps = torch.tensor([1.0, torch.nan])

np.testing.assert_allclose(gaps.numpy(), gaps.numpy())
torch.testing.assert_close(gaps, gaps.clone(), equal_nan=True)
print("torch.equal:", torch.equal(gaps, gaps.clone()))
print("np.array_equal:", np.array_equal(gaps.numpy(), gaps.numpy(), equal_nan=True))
