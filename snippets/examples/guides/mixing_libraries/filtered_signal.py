# Raises ValueError: filtfilt gives a reversed view
import numpy as np
import torch
from scipy.signal import butter, filtfilt

recording = np.sin(np.linspace(0, 20, 200))
smooth = filtfilt(*butter(2, 0.1), recording)

print(smooth.strides, torch.from_numpy(smooth.copy()).shape)
torch.from_numpy(smooth)
