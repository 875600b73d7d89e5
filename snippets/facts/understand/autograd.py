"""Facts of docs/understand/autograd.md."""

import numpy as np
import torch


def layers_and_targets_are_saved():
    """So it is with a contiguous input of `torch.nn.functional.linear`, and of `torch.nn.functional.conv1d` without `padding=`, with the targets of `torch.nn.functional.mse_loss` and with the labels of `torch.nn.functional.cross_entropy`; a sum keeps neither operand."""
    functional = torch.nn.functional
    for dtype in "fd":
        inputs, labels = np.ones((2, 3), dtype), np.zeros(2, np.int64)
        kinds = {
            "linear": (lambda free: functional.linear(torch.from_numpy(inputs), free).sum(), (2, 3), inputs),
            "conv1d": (
                lambda free: functional.conv1d(torch.from_numpy(inputs), free[:, :, None]).sum(),
                (4, 2),
                inputs,
            ),
            "mse_loss": (lambda free: functional.mse_loss(free, torch.from_numpy(inputs)), (2, 3), inputs),
            "cross_entropy": (lambda free: functional.cross_entropy(free, torch.from_numpy(labels)), (2, 3), labels),
            "sum": (lambda free: (free + torch.from_numpy(inputs)).sum(), (2, 3), inputs),
        }
        for name, (loss_of, shape, array) in kinds.items():
            gradients = []
            for written in False, True:
                inputs[:], labels[:] = 1, 0
                free = torch.zeros(shape, dtype=torch.from_numpy(inputs).dtype, requires_grad=True)
                loss = loss_of(free)
                if written:
                    array[:] = 2
                loss.backward()
                gradients.append(free.grad)
            assert torch.equal(*gradients) == (name == "sum")


def autocast_keeps_the_cast():
    """Where `torch.autocast` casts the input of `@`, the copy that it makes is kept, so a later write to the array does not matter."""
    for dtype in torch.bfloat16, torch.float16:
        inputs = np.ones((2, 2), np.float32)
        weights = torch.ones(2, requires_grad=True)
        with torch.autocast("cpu", dtype=dtype):
            loss = (torch.from_numpy(inputs) @ weights).sum()
        inputs[:] = 100
        loss.backward()
        assert weights.grad.tolist() == [2, 2]
