import multiprocessing

import numpy as np
import torch


def narrow():
    torch.set_num_threads(1)
    table = np.zeros(1_000_000)
    tensor = torch.from_numpy(table).float()
    print("in the child:", tensor.dtype)


if __name__ == "__main__":
    torch.zeros(1_000_000).double()
    fork = multiprocessing.get_context("fork")
    child = fork.Process(target=narrow)
    child.start()
    child.join()
