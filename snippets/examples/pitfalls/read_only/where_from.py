import numpy as np
from PIL import Image

image = Image.new("L", (4, 2))
samples = np.arange(6.0)
windows = np.lib.stride_tricks.sliding_window_view(samples, 3)

print("np.asarray(image)  ", np.asarray(image).flags.writeable)
print("np.array(image)    ", np.array(image).flags.writeable)
print("sliding windows    ", windows.flags.writeable)
print("np.diagonal        ", np.diagonal(np.eye(3)).flags.writeable)
print("np.broadcast_to    ", np.broadcast_to(samples, (2, 6)).flags.writeable)
print("over a bytearray   ", np.frombuffer(bytearray(4), np.uint8).flags.writeable)
