import numpy as np
import torch

recording = np.arange(1_000_000, dtype=np.float32)
windows = torch.from_numpy(recording).unfold(0, 256, 1)

rows = torch.tensor([0, 500_000, 999_744])
batch = windows[rows]
print("batch:", batch.shape, batch.nbytes, "bytes")
print("shares:", np.shares_memory(recording, batch))
print("slice shares:", np.shares_memory(recording, windows[:3]))
print("all windows:", windows.nbytes // 2**20, "MiB")
