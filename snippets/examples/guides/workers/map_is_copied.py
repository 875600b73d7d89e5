import pickle

import numpy as np

np.save("rows.npy", np.zeros((1000, 1000), dtype=np.float32))
rows = np.load("rows.npy", mmap_mode="r")

sent = pickle.dumps(rows)
print("sent:", len(sent) // 10**6, "MB")
print("file:", pickle.loads(sent).filename)
