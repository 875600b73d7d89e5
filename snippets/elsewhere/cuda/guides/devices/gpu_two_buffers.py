import numpy as np
import torch

batches = [np.full((2, 4, 4, 3), 51 * step, dtype=np.uint8) for step in range(4)]
buffers = [torch.empty(2, 4, 4, 3, dtype=torch.uint8, pin_memory=True) for _ in range(2)]
events = [torch.cuda.Event(), torch.cuda.Event()]

for step in range(len(batches)):
    buffer, event = buffers[step % 2], events[step % 2]
    event.synchronize()  # until the copy of two steps ago is done
    buffer.copy_(torch.from_numpy(batches[step]))
    pixels = buffer.to("cuda", non_blocking=True)
    event.record()
    batch = pixels.permute(0, 3, 1, 2).float().div_(255)
    print("step", step, tuple(batch.shape), round(batch.mean().item(), 3))
