# Raises ValueError: each element is an array of its own
import numpy as np

rows = np.empty(2, dtype=object)
rows[0], rows[1] = np.array([0.1, 0.2]), np.array([0.3, 0.4])

rows.astype(np.float64)
