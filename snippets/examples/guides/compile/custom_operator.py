import numpy as np
import torch


@torch.library.custom_op("sensor::calibrate", mutates_args=())
def calibrate(volts: torch.Tensor) -> torch.Tensor:
    return torch.from_numpy(np.interp(volts.numpy(), [0, 10], [0, 1]))


@calibrate.register_fake
def _(volts):
    return torch.empty_like(volts, dtype=torch.float64)


volts = torch.tensor([1.0, 4.0])
torch.library.opcheck(calibrate, (volts,))
double = torch.compile(lambda volts: 2 * calibrate(volts), backend="aot_eager", fullgraph=True)
print("doubled:", double(volts))
