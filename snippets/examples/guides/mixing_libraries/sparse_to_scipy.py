# Raises TypeError: NumPy has no sparse arrays
import scipy.sparse
import torch

tensor = torch.tensor([[0.0, 2.0, 0.0], [1.0, 0.0, 3.0]]).to_sparse()
indices, values = tensor.indices().numpy(), tensor.values().numpy()
print(scipy.sparse.coo_array((values, tuple(indices)), shape=tensor.shape).toarray())
tensor.numpy()
