import numpy as np
import torch

images = np.array([[0.0, 128.0], [64.0, 255.0]], dtype=np.float32)
data_set = torch.utils.data.TensorDataset(torch.from_numpy(images))

for epoch in range(3):
    (image,) = data_set[1]
    image /= 255
    print(f"epoch {epoch}: {image}")
