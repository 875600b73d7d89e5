import numpy as np

names = {(0, 1): "wall", (2, 3): "door"}
cells = np.array([[0, 1], [2, 3], [0, 1]])

found = [names[tuple(cell)] for cell in cells.tolist()]
print("found:", found)

rows, counts = np.unique(cells, axis=0, return_counts=True)
print("distinct:", rows.tolist())
print("counts:", counts)
