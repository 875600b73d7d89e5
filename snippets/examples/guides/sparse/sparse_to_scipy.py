import scipy.sparse
import torch

table = torch.tensor([[0.0, 2.0, 0.0], [1.0, 0.0, 3.0]])
sparse = table.to_sparse()

tensor = sparse.detach().cpu().coalesce()
indices = tuple(tensor.indices().numpy())
values = tensor.values().numpy()
counts = scipy.sparse.coo_array((values, indices), shape=tensor.shape)
print("counts:", counts.toarray(), sep="\n")
