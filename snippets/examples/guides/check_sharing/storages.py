import numpy as np
import torch

recording = np.zeros(8, dtype=np.float32)
whole = torch.from_numpy(recording)


def report(one, other):
    same = one.untyped_storage().data_ptr() == other.untyped_storage().data_ptr()
    print("storage:", same, "shares_memory:", np.shares_memory(one, other))


report(whole[:4], whole[4:])
report(whole, torch.from_numpy(recording[2:]))
