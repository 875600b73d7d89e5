# Raises ValueError: the rows differ in length
import numpy as np

words = [np.array([7, 2, 9]), np.array([4, 1])]
np.array(words)
