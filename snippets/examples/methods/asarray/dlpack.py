# Long: an object with the two methods of DLPack alone, as those of other libraries
import numpy as np
import torch


class Frame:
    def __init__(self):
        self.pixels = np.zeros(3)

    def __dlpack__(self, **options):
        return self.pixels.__dlpack__(**options)

    def __dlpack_device__(self):
        return self.pixels.__dlpack_device__()


frame = Frame()
torch.asarray(frame, copy=True)[0] = 9.0
print("after asarray:", frame.pixels)

torch.tensor(frame)[1] = 9.0
print("after tensor:", frame.pixels)
