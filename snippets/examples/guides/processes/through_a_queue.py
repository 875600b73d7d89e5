# Long: a worker, and both of its queues
import numpy as np
import torch
import torch.multiprocessing as mp


def double(inbox, outbox):
    tensor, array = inbox.get()
    tensor *= 2
    array *= 2
    outbox.put("done")


if __name__ == "__main__":
    tensor = torch.tensor([20.5, 21.0])
    array = np.array([20.5, 21.0])
    inbox, outbox = mp.Queue(), mp.Queue()
    worker = mp.Process(target=double, args=(inbox, outbox))
    worker.start()
    inbox.put((tensor, array))
    outbox.get()
    worker.join()
    print("tensor:", tensor)
    print("array:", array)
