# Raises AssertionError: the rows have two lengths
import numpy as np

rows = [np.array([4, 8]), np.array([15, 16, 23]), np.array([42, 7])]

shapes = {row.shape for row in rows}
assert len(shapes) == 1, f"cannot be stacked: {sorted(shapes)}"
