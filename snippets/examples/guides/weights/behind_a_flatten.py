# Long: the layer, its input, and what it is compared with
import numpy as np
import torch

height, width, channels, outputs = 2, 3, 4, 5
rng = np.random.default_rng(0)
image = rng.normal(size=(1, height, width, channels))
dense = rng.normal(size=(image.size, outputs))
expected = image.reshape(1, -1) @ dense

rows = dense.reshape(height, width, channels, outputs)
rows = rows.transpose(2, 0, 1, 3).reshape(dense.shape)

tensor = torch.from_numpy(image).permute(0, 3, 1, 2)
layer = torch.nn.Linear(image.size, outputs, bias=False).double()
for name, weights in ("dense.T", dense), ("rows.T", rows):
    state = {"weight": torch.from_numpy(weights.T)}
    layer.load_state_dict(state)
    found = layer(tensor.flatten(1)).detach().numpy()
    print(f"{name} is right:", np.allclose(found, expected))
