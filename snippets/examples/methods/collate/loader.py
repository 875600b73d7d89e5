import numpy as np
from torch.utils.data import DataLoader

readings = np.arange(12.0).reshape(6, 2)
features = readings.astype(np.float32)
loader = DataLoader(features, batch_size=4)

for batch in loader:
    print("batch:", batch.dtype, tuple(batch.shape))
