# Raises AssertionError: the mean is a NumPy scalar, and from_numpy takes arrays
import numpy as np

readings = np.array([0.1, 0.7])
value = readings.mean()

assert isinstance(value, np.ndarray), f"{type(value).__name__}: use torch.tensor"
