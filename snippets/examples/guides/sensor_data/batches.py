import numpy as np
import torch

recording = np.arange(1_000_000, dtype=np.float32)
windows = torch.from_numpy(recording).unfold(0, 256, 1)
batch = windows[torch.tensor([0, 500_000, 999_744])]

print(windows.nbytes // 2**20, "MiB as it looks,", recording.nbytes // 2**20, "MiB in memory")
print(batch.shape, np.shares_memory(recording, batch))
