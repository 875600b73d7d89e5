import numpy as np

readings = np.array([21.5, "22.0", None, np.int64(20)], dtype=object)

types = {type(reading).__name__ for reading in readings.flat}
print("types:", sorted(types))

numbers = (int, float, np.number, np.bool_)
for place, reading in enumerate(readings.flat):
    if not isinstance(reading, numbers):
        print(f"at {place}: {reading!r}")
