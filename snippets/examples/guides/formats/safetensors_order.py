import numpy as np
from safetensors.numpy import load_file, save_file

weights = np.arange(6, dtype=np.float32).reshape(2, 3)
columns = np.asfortranarray(weights)
right = np.ascontiguousarray(columns)

save_file({"as_is": columns, "right": right}, "weights.safetensors")
for name, array in sorted(load_file("weights.safetensors").items()):
    print(f"{name}:", array.tolist())
