import numpy as np

scores = np.array([[3.0, 1.0, 2.0], [6.0, 5.0, 4.0]])

print("reversed:")
print("  np.fliplr:", np.fliplr(scores).strides)
print("  np.rot90:", np.rot90(scores).strides)
print("  sort, reversed:", np.sort(scores)[:, ::-1].strides)
print("not reversed:")
print("  transposed:", scores.T.strides)
print("  np.roll:", np.roll(scores, 1).strides)
print("  list as index:", scores[:, [2, 1, 0]].strides)
