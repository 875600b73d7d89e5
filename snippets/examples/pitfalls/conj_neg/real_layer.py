import numpy as np
import torch

spectrum = np.fft.rfft(np.ones((1, 2)))
tensor = torch.from_numpy(spectrum.astype(np.complex64))
features = torch.view_as_real(tensor).flatten(1)

layer = torch.nn.Linear(4, 1)
print("features:", features)
print("scores:", layer(features).dtype)
