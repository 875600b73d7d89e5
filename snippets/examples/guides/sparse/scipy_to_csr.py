import warnings

import numpy as np
import scipy.sparse
import torch

warnings.filterwarnings("ignore", "Sparse CSR tensor support")
table = np.array([[0, 2, 0], [1, 0, 3]], dtype=np.float32)
counts = scipy.sparse.csr_array(table)

parts = map(torch.from_numpy, (counts.indptr, counts.indices, counts.data))
tensor = torch.sparse_csr_tensor(*parts, counts.shape, check_invariants=True)
print("values:", tensor.values())
counts.data[:] = 7
print("after the write:", tensor.values())
