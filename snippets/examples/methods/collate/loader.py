import numpy as np
from torch.utils.data import DataLoader

readings = np.arange(12.0, dtype=np.float32).reshape(6, 2)
loader = DataLoader(readings, batch_size=4)

for batch in loader:
    print(type(batch).__name__, batch.dtype, tuple(batch.shape))
