"""Facts of docs/understand/order.md."""

import numpy as np
import torch


def stack_is_contiguous():
    """`torch.stack` of images that `Tensor.permute` made CHW gives a contiguous batch, whose planes lie one after another; `Tensor.to` with `memory_format=torch.channels_last` makes one that is channels last."""
    for dtype in "BHf":
        pixels = np.arange(60, dtype=dtype).reshape(4, 5, 3)
        images = [torch.from_numpy(pixels + step).permute(2, 0, 1) for step in (0, 1)]
        batch = torch.stack(images)
        assert batch.shape == (2, 3, 4, 5)
        assert batch.stride() == (60, 20, 5, 1)
        assert batch.to(memory_format=torch.channels_last).stride() == (60, 1, 15, 3)
        assert torch.equal(batch.to(memory_format=torch.channels_last), batch)
        assert batch[1, 2].tolist() == (pixels[..., 2] + 1).tolist()
