import numpy as np
import torch

rows = torch.tensor([10.0, 20.0, 30.0])
places = np.array([0.9, 1.9])

print("floats:", rows[places])
rounded = np.rint(places).astype(np.int64)
print("rounded:", rows[rounded])
