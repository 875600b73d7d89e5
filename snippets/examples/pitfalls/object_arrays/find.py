import numpy as np

readings = np.array([21.5, "22.0", None, 20], dtype=object)

types = {type(reading).__name__ for reading in readings.flat}
print("types:", sorted(types))

for place, reading in enumerate(readings.flat):
    if not isinstance(reading, (int, float)):
        print(f"at {place}: {reading!r}")
