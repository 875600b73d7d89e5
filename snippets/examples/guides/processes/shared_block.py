# Long: a worker, the block, and both ends of its life
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory

import numpy as np
import torch


def fill(name):
    block = SharedMemory(name)
    np.ndarray((2, 3), dtype=np.float32, buffer=block.buf)[:] = 1.0
    block.close()


if __name__ == "__main__":
    block = SharedMemory(create=True, size=2 * 3 * 4)
    frames = torch.from_numpy(np.ndarray((2, 3), dtype=np.float32, buffer=block.buf))

    worker = Process(target=fill, args=(block.name,))
    worker.start()
    worker.join()
    print("frames:", frames, sep="\n")

    del frames
    block.close()
    block.unlink()
