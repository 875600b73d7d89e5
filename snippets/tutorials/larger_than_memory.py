# %% [markdown]
# # Train on a file larger than memory
#
# Index a file as if it were an array, with a memory map: the numbers stay in the file, and the system
# reads those that you index. This notebook writes 300 MB, computes statistics over it in pieces,
# trains on it, tests on a part that it held out, and measures in which order to read.

# %%
import tempfile
import tracemalloc
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import torch
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from torch.utils.data import DataLoader, Dataset

folder = tempfile.TemporaryDirectory()
file = Path(folder.name) / "images.npy"
digits = load_digits()

# %% [markdown]
# ## Write the file in pieces
#
# Call `np.lib.format.open_memmap` for a `.npy` file of the full size, and fill it. Here the
# rows are the digits of scikit-learn, enlarged to 32 by 32 pixels of one byte, each many times
# with other noise. Split before you make variants, so that no variant of a training image is
# among those to test on:

# %%
count, held_out, piece = 300_000, 30_000, 2_000
images = np.kron(digits.images * 14, np.ones((4, 4))).astype(np.uint8).reshape(-1, 1024)
train_images, test_images, train_labels, test_labels = train_test_split(
    images, digits.target, test_size=0.2, random_state=0, stratify=digits.target
)
generator = np.random.default_rng(0)
written = np.lib.format.open_memmap(file, mode="w+", dtype=np.uint8, shape=(count, 1024))
labels = np.empty(count, dtype=np.int64)
for start in range(0, count, piece):
    training = start < count - held_out
    sources, targets = (train_images, train_labels) if training else (test_images, test_labels)
    chosen = generator.integers(0, len(sources), piece)
    noise = generator.integers(0, 32, (piece, 1024), dtype=np.uint8)
    written[start : start + piece] = sources[chosen] + noise
    labels[start : start + piece] = targets[chosen]
written.flush()
del written, noise

print("file:", file.stat().st_size // 10**6, "MB")

# %% alt="Ten digits out of the file, gray and grainy"
rows = np.load(file, mmap_mode="r")
figure, axes = plt.subplots(2, 5)
for axis, image in zip(axes.flat, rows):
    axis.imshow(image.reshape(32, 32), cmap="gray_r")
    axis.axis("off")
plt.show()

# %% [markdown]
# ## Rows by index are copies
#
# Look at what a slice is, and what rows are that you pick by index. Make tensors of those:

# %%
some = rows[[3, 1, 4]]

print(type(rows).__name__, rows.dtype, rows.shape, "writable:", rows.flags.writeable)
print("slice copies:", not np.shares_memory(rows, rows[:3]))
print("index copies:", not np.shares_memory(rows, some), "writable:", some.flags.writeable)
print("tensor shares the rows:", torch.from_numpy(some).data_ptr() == some.ctypes.data)

# %% [markdown]
# Do not make a tensor of the map itself where something may write to it: see
# [what a write does](../../methods/from_numpy/#segmentation-fault-when-writing-to-a-memory-mapped-array).
#
# ## Statistics, piece by piece
#
# Compute them over the training rows only. Cast before you square, so that the squares do not
# overflow. The sums [widen first](../../pitfalls/lost_digits/#fact-pitfalls-lost_digits-uint8_wraps):


# %%
def statistics(rows, piece):
    """The mean and the deviation of all pixels, with `piece` rows in memory at a time."""
    total = squares = 0
    for start in range(0, len(rows), piece):
        block = rows[start : start + piece]
        total += block.sum()
        squares += np.square(block, dtype=np.int64).sum()
    mean = total / rows.size
    return float(mean), float(np.sqrt(squares / rows.size - mean**2))


mean, deviation = statistics(rows[:-held_out], piece)

print(f"mean {mean:.2f}, deviation {deviation:.2f}")
print(f"a piece: {rows[:piece].nbytes / 10**6:.0f} MB; all rows as float64: {rows.size * 8 / 10**9:.1f} GB")

# %% [markdown]
# ## Batches
#
# Define `__getitems__`, which
# [gets all rows of a batch](../../guides/batches/#fact-guides-batches-getitems_sees_the_batch) at
# once. For workers, open the map at the first use, as
# [a map in the data set](../../guides/workers/#fact-guides-workers-pickled_maps_are_arrays) would
# be sent to spawned ones whole, and write the class and the function into a module. Cast in
# PyTorch, batch by batch:


# %%
class Rows(Dataset):
    """Standardized float32 pixels and int64 labels of the rows of a file that have labels."""

    def __init__(self, file, labels, mean, deviation):
        self.file, self.labels, self.mean, self.deviation = file, labels, mean, deviation
        self.rows = None

    def __len__(self):
        return len(self.labels)

    def __getitems__(self, index):
        if self.rows is None:
            self.rows = np.load(self.file, mmap_mode="r")
        index = np.sort(index)
        batch = torch.from_numpy(self.rows[index]).float()
        return (batch - self.mean) / self.deviation, torch.from_numpy(self.labels[index])


def as_it_is(batch):
    """The batch, which `__getitems__` has made already."""
    return batch


data = Rows(file, labels[:-held_out], mean, deviation)
loader = DataLoader(data, batch_size=512, shuffle=True, collate_fn=as_it_is)
torch.manual_seed(0)
model = torch.nn.Linear(1024, 10)
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
losses = []
for batch, targets in loader:
    optimizer.zero_grad()
    loss = torch.nn.functional.cross_entropy(model(batch), targets)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

print("batches:", len(losses), batch.dtype, tuple(batch.shape), targets.dtype)

# %% alt="The loss by batch: it falls steeply at first, then slowly"
figure, axis = plt.subplots()
axis.plot(losses)
axis.set_xlabel("batch")
axis.set_ylabel("loss")
axis.set_ylim(0, 3)
plt.show()

# %% [markdown]
# ## Test on what was held out
#
# Write the predictions into an array that exists, so that nothing but them is kept:

# %%
predictions = np.empty(held_out, dtype=np.int64)
with torch.inference_mode():
    for start in range(0, held_out, piece):
        block = rows[count - held_out + start :][:piece]
        batch = (torch.from_numpy(block.astype(np.float32)) - mean) / deviation
        predictions[start : start + piece] = model(batch).argmax(dim=1).numpy()

print("predictions:", predictions.dtype, predictions.shape)
print("more than nine of ten right:", (predictions == labels[-held_out:]).mean() > 0.9)

# %% [markdown]
# ## How much memory the statistics take
#
# Compare with `rows.std()`, over a tenth of the file. `tracemalloc` counts the most memory that
# each way holds at one time:

# %%
tenth = rows[: count // 10]
ways = {f"pieces of {size:,}": lambda size=size: statistics(tenth, size)[1] for size in (500, 2_000, 8_000)}
ways["rows.std()"] = tenth.std
for name, way in ways.items():
    tracemalloc.start()
    found = way()
    peak = tracemalloc.get_traced_memory()[1] / 10**6
    tracemalloc.stop()
    print(f"{name}: deviation {found:.2f}, at most {peak:.0f} MB")

# %% [markdown]
# Choose the size of a piece by the memory that you have, and do not call `rows.std()` on a file
# that is larger.
#
# ## In which order to read
#
# Take one index for a batch, and sort it: then the file is read in one direction. Below is how
# far apart the rows are that are read one after another, summed up over one batch:

# %%
order = np.random.default_rng(0).permutation(count - held_out)[:512]
for name, index in ("in random order", order), ("sorted", np.sort(order)):
    print(f"{name}: {np.abs(np.diff(index)).sum() * rows.strides[0] // 10**6:,} MB")

# %% alt="Places in the file, in the order in which they are read: random ones jump, sorted ones rise"
figure, axis = plt.subplots()
axis.plot(order, linewidth=0.5, label="random")
axis.plot(np.sort(order), label="sorted")
axis.set_xlabel("row of the batch")
axis.set_ylabel("row of the file")
axis.legend(loc="upper left")
plt.show()

# %% [markdown]
# If you can, pick neighbors together. The system reads whole pages, of 4 kB here, and each holds four
# rows. This has to be read for a batch of 512 rows:

# %%
page, batch_rows = 4096, 512
for group in 1, 2, 4, 16:
    first = np.random.default_rng(0).permutation((count - held_out) // group)[: batch_rows // group] * group
    index = (first[:, None] + np.arange(group)).ravel()
    places = rows.offset + index * rows.strides[0]
    pages = np.union1d(places // page, (places + rows.strides[0] - 1) // page)
    size = batch_rows * rows.strides[0]
    print(f"groups of {group}: {len(pages) * page / 10**6:.1f} MB read for {size / 10**6:.1f} MB")

# %% [markdown]
# Make the batches of groups yourself, and pass them as `batch_sampler=`:

# %%
group = 16
starts = np.random.default_rng(0).permutation((count - held_out) // group) * group
near = [(part[:, None] + np.arange(group)).ravel() for part in np.array_split(starts, len(loader))]
batch, targets = next(iter(DataLoader(data, batch_sampler=near, collate_fn=as_it_is)))

print("batches:", len(near), "first:", batch.dtype, tuple(batch.shape))

# %% [markdown]
# Pick all rows of a batch at once, not one by one: see how many
# [rows per second](../../reference/performance/#memory-maps) that gives.
#
# The file was written for this notebook only:

# %%
folder.cleanup()
