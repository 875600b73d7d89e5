import numpy as np
import torch

registered = np.arange(1024, dtype=np.float32)
cudart = torch.cuda.cudart()

cudart.cudaHostRegister(registered.ctypes.data, registered.nbytes, 0)
print("registered:", torch.from_numpy(registered).is_pinned())
inputs = torch.from_numpy(registered).to("cuda", non_blocking=True)

torch.cuda.synchronize()
cudart.cudaHostUnregister(registered.ctypes.data)
print("afterwards:", torch.from_numpy(registered).is_pinned(), inputs.sum().item())
