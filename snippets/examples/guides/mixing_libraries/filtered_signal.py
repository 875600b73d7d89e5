import numpy as np
import torch
from scipy.signal import butter, filtfilt

recording = np.sin(np.linspace(0, 20, 200))

smooth = filtfilt(*butter(2, 0.1), recording)
tensor = torch.from_numpy(smooth.copy())
print("strides of smooth:", smooth.strides)
print("tensor:", tensor.shape, tensor.dtype)
