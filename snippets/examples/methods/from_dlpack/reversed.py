# Ends with SIGABRT: a C++ exception that Python cannot catch
import numpy as np
import torch

newest_first = np.array([18.0, 18.5, 19.0])[::-1]
print("strides:", newest_first.strides)

try:
    torch.from_dlpack(newest_first)
except RuntimeError as error:
    print(error)
