import numpy as np

readings = np.array([21.5, "22.0", None, 20], dtype=object)

print(sorted({type(one).__name__ for one in readings.flat}))

for place, one in enumerate(readings.flat):
    if not isinstance(one, (int, float)):
        print(place, repr(one))
