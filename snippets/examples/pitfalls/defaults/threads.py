import threading

import torch

torch.set_default_dtype(torch.float64)
torch.set_default_device("meta")


def work():
    made = torch.tensor([0.5, 1.5])
    print("in the thread:", made.dtype, made.device)


thread = threading.Thread(target=work)
thread.start()
thread.join()
print("outside:", torch.tensor([0.5]).dtype, torch.tensor([0.5]).device)
