import numpy as np
import scipy.sparse
import torch

counts = scipy.sparse.csr_array(np.array([[0, 2, 0], [1, 0, 3]], dtype=np.float32))

coo = counts.tocoo()
indices = torch.from_numpy(np.stack(coo.coords))
tensor = torch.sparse_coo_tensor(indices, torch.from_numpy(coo.data), coo.shape, check_invariants=True).coalesce()

print(tensor.values(), tensor.indices().dtype)
print(tensor @ torch.ones(3, 1))
