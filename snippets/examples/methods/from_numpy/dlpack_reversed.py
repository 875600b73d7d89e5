# Ends with SIGABRT: a C++ exception that Python cannot catch
import numpy as np
import torch

newest_first = np.array([18.0, 18.5, 19.0])[::-1]

print(torch.from_dlpack(newest_first, copy=True))

try:
    torch.from_dlpack(newest_first)
except RuntimeError as error:
    print(error)
