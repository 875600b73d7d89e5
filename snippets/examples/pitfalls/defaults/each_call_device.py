import numpy as np
import torch

torch.set_default_device("meta")  # stands for "cuda"
array = np.array([0.5, 1.5])

for call in torch.from_numpy, torch.tensor, torch.as_tensor, torch.asarray, torch.from_dlpack, torch.Tensor:
    print(f"{call.__name__:12} {call(array).device}")
print("collate:", torch.utils.data.default_collate([array]).device)
print("zeros_like:", torch.zeros_like(torch.from_numpy(array)).device)
