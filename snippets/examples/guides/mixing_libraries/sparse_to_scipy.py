import scipy.sparse
import torch

tensor = torch.tensor([[0.0, 2.0, 0.0], [1.0, 0.0, 3.0]]).to_sparse()

indices = tuple(tensor.indices().numpy())
values = tensor.values().numpy()
counts = scipy.sparse.coo_array((values, indices), shape=tensor.shape)
print("counts:", counts.toarray(), sep="\n")
