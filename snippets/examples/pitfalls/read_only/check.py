# Raises UserWarning: the check turns the warning into an error
import warnings

import numpy as np
import torch

torch.set_warn_always(True)
warnings.filterwarnings("error", "The given NumPy array is not writable")

packet = np.frombuffer(bytes([20, 21, 22]), dtype=np.uint8)
torch.from_numpy(packet)
