from threading import Thread

import numpy as np
import torch

counts = np.zeros(4)


def fill(first):
    tensor = torch.from_numpy(counts)
    tensor[first : first + 2] = first + 1


threads = [Thread(target=fill, args=(first,)) for first in (0, 2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("counts:", counts)
