import numpy as np
from PIL import Image

image = Image.new("L", (4, 2))
samples = np.arange(6.0)
windows = np.lib.stride_tricks.sliding_window_view(samples, 3)
arrays = {
    "np.asarray(image)": np.asarray(image),
    "sliding windows": windows,
    "np.diagonal": np.diagonal(np.eye(3)),
    "np.broadcast_to": np.broadcast_to(samples, (2, 6)),
    "np.array(image)": np.array(image),
    "over a bytearray": np.frombuffer(bytearray(4), np.uint8),
}
for name, array in arrays.items():
    print(f"{name:17} {'writable' if array.flags.writeable else 'read-only'}")
