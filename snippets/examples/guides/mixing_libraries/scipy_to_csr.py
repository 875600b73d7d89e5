import warnings

import numpy as np
import scipy.sparse
import torch

warnings.filterwarnings("ignore", "Sparse CSR tensor support")
counts = scipy.sparse.csr_array(np.array([[0, 2, 0], [1, 0, 3]], dtype=np.float32))

parts = [torch.from_numpy(part) for part in (counts.indptr, counts.indices, counts.data)]
tensor = torch.sparse_csr_tensor(*parts, counts.shape, check_invariants=True)

counts.data[:] = 7
print(tensor.values(), tensor.col_indices().dtype)
