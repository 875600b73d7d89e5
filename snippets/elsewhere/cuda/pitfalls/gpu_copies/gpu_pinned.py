import numpy as np
import torch

images = np.ones((64, 3, 224, 224), dtype=np.float32)

pinned = torch.from_numpy(images).pin_memory()
images[:] = 0.0
print("pinned:", pinned.is_pinned(), "copied:", bool(pinned.all()))

batch = pinned.to("cuda", non_blocking=True)
torch.cuda.synchronize()
print(batch.device, batch.mean().item())
