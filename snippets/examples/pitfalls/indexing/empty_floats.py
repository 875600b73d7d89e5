# Raises IndexError: an empty array is float64
import numpy as np

names = np.array(["cat", "dog", "emu"])
places = np.array([])

names[places]
