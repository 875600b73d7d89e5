# Raises RuntimeError: the model is on the GPU, the batch is not.
import numpy as np
import torch

images = np.zeros((2, 4), dtype=np.float32)
model = torch.nn.Linear(4, 3).to("cuda")

print(model(torch.from_numpy(images)))
