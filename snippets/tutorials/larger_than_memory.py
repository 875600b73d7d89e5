# %% [markdown]
# # Train on a file that need not fit into memory
#
# Index a file as if it were an array, with a memory map. This notebook writes such a file,
# computes statistics over it piece by piece, and trains on batches of it. The file is small
# here, so that the statistics can be compared with those of NumPy over all of it.

# %%
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import torch
from sklearn.datasets import load_digits

folder = tempfile.TemporaryDirectory()
file = Path(folder.name) / "images.npy"
digits = load_digits()
generator = np.random.default_rng(0)

# %% [markdown]
# ## Write the file in pieces
#
# Call `np.lib.format.open_memmap` for a `.npy` file of the full size, and fill it. Here the
# images are the digits of scikit-learn, each many times with noise, one byte a pixel:

# %%
count, piece = 20_000, 2_000
written = np.lib.format.open_memmap(file, mode="w+", dtype=np.uint8, shape=(count, 64))
labels = np.empty(count, dtype=np.int64)
for start in range(0, count, piece):
    chosen = generator.integers(0, len(digits.data), piece)
    noisy = digits.data[chosen] * 16 + generator.normal(0, 8, (piece, 64))
    written[start : start + piece] = noisy.clip(0, 255)
    labels[start : start + piece] = digits.target[chosen]
written.flush()
del written

print("file:", file.stat().st_size, "bytes")

# %% alt="Ten digits out of the file, gray and grainy"
images = np.load(file, mmap_mode="r")
figure, axes = plt.subplots(2, 5)
for axis, image in zip(axes.flat, images):
    axis.imshow(image.reshape(8, 8), cmap="gray_r")
    axis.axis("off")
plt.show()

# %% [markdown]
# ## Open it without reading it
#
# Open it with `mmap_mode="r"`. Look at what a slice is, and what rows are that you pick by index.
# Make tensors of those:

# %%
rows = images[[3, 1, 4]]

print(type(images).__name__, images.dtype, images.shape, "writable:", images.flags.writeable)
print("slice copies:", not np.shares_memory(images, images[:3]))
print("index copies:", not np.shares_memory(images, rows), "writable:", rows.flags.writeable)
print("tensor shares the rows:", torch.from_numpy(rows).data_ptr() == rows.ctypes.data)

# %% [markdown]
# Do not make a tensor of the map itself where something may write to it: see
# [what a write does](../../methods/from_numpy/#segmentation-fault-when-writing-to-a-memory-mapped-array).
#
# ## Statistics, piece by piece
#
# Cast to int64 before you square, so that neither the squares nor their sums overflow:

# %%
total = squares = 0
for start in range(0, count, piece):
    block = images[start : start + piece].astype(np.int64)
    total += block.sum()
    squares += np.square(block).sum()
pixels = count * 64
mean = total / pixels
deviation = np.sqrt(squares / pixels - mean**2)

print("mean as of the whole array:", np.isclose(mean, images.mean()))
print("deviation as of the whole array:", np.isclose(deviation, images.std()))

# %% [markdown]
# ## Batches
#
# Take one index per batch, and sort it, so that the file is read in one direction. Then cast
# the whole batch in PyTorch:


# %%
def batches(generator, size=256):
    """Batches of standardized float32 pixels and int64 labels, in random order."""
    order = generator.permutation(count)
    for start in range(0, count, size):
        index = np.sort(order[start : start + size])
        pixels = torch.from_numpy(images[index]).to(torch.float32)
        yield (pixels - mean) / deviation, torch.from_numpy(labels[index])


pixels, targets = next(batches(np.random.default_rng(0)))
print("pixels:", pixels.dtype, tuple(pixels.shape), "targets:", targets.dtype)
print("in memory at a time:", pixels.nbytes + targets.nbytes, "bytes")

# %%
torch.manual_seed(0)
model = torch.nn.Linear(64, 10)
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
losses = []
for pixels, targets in batches(np.random.default_rng(1)):
    optimizer.zero_grad()
    loss = torch.nn.functional.cross_entropy(model(pixels), targets)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

# %% alt="The loss by batch: it falls steeply at first, then slowly"
figure, axis = plt.subplots()
axis.plot(losses)
axis.set_xlabel("batch")
axis.set_ylabel("loss")
axis.set_ylim(0, 3)
plt.show()

# %% [markdown]
# ## Predict, batch by batch
#
# Write the predictions into an array that exists, so that nothing but them is kept:

# %%
predictions = np.empty(count, dtype=np.int64)
with torch.inference_mode():
    for start in range(0, count, piece):
        pixels = torch.from_numpy(images[start : start + piece].astype(np.float32))
        scores = model((pixels - mean) / deviation)
        predictions[start : start + piece] = scores.argmax(dim=1).numpy()

print("predictions:", predictions.dtype, predictions.shape)
print("more than nine of ten right:", (predictions == labels).mean() > 0.9)

# %% [markdown]
# The file was written for this notebook only:

# %%
folder.cleanup()
