import multiprocessing

import numpy as np
import torch


def narrow(numbers):
    torch.set_num_threads(1)
    tensor = torch.from_numpy(numbers).float()
    print("in the child:", tensor.dtype)


if __name__ == "__main__":
    numbers = np.zeros(1_000_000)
    torch.from_numpy(numbers).float()
    fork = multiprocessing.get_context("fork")
    child = fork.Process(target=narrow, args=(numbers,))
    child.start()
    child.join()
