"""Facts of docs/guides/more_libraries.md."""

import numpy as np
import torch


def the_line_gives_rows_of_float32():
    """Of a dense tensor of a real dtype in whatever order, also one that requires grad, `tensor.detach().cpu().float().contiguous().numpy()` is a C-contiguous array of float32."""
    numbers = np.arange(12).reshape(3, 4) % 2
    tensors = [torch.from_numpy(numbers.astype(dtype)) for dtype in "?bBhHiIlLefd"]
    tensors += [tensors[-1].bfloat16(), tensors[-1].clone().requires_grad_()]
    for whole in tensors:
        for tensor in whole, whole.T, whole[:, ::2], whole[0], whole[:0], whole[:1].expand(3, 4):
            array = tensor.detach().cpu().float().contiguous().numpy()
            assert (array.dtype, array.flags.c_contiguous) == (np.float32, True)
            assert array.tolist() == tensor.tolist()
