import numpy as np
import scipy.sparse
import torch

table = np.array([[0, 2, 0], [1, 0, 3]], dtype=np.float32)
coo = scipy.sparse.csr_array(table).tocoo()

indices = torch.from_numpy(np.stack(coo.coords))
values = torch.from_numpy(coo.data)
tensor = torch.sparse_coo_tensor(indices, values, coo.shape, check_invariants=True)
print("values:", tensor.coalesce().values())
print("product:", (tensor @ torch.ones(3, 1)).squeeze())
