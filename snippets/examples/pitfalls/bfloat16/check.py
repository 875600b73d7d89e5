import numpy as np
import torch


def to_array(tensor):
    if tensor.dtype == torch.bfloat16:
        tensor = tensor.float()
    return tensor.detach().cpu().numpy()


assert to_array(torch.ones(2, dtype=torch.bfloat16)).dtype == np.float32
assert to_array(torch.ones(2, dtype=torch.float16)).dtype == np.float16
print("both arrive")
