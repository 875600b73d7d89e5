# %% [markdown]
# # Classify digits: NumPy to PyTorch and back
#
# Here the data crosses twice, from the arrays of scikit-learn to tensors for
# training, and back to arrays for the metrics. This notebook trains a small classifier and
# looks at dtype and memory at each crossing.

# %%
import matplotlib.pyplot as plt
import numpy as np
import torch
from sklearn.datasets import load_digits
from sklearn.metrics import ConfusionMatrixDisplay, confusion_matrix
from sklearn.model_selection import train_test_split
from torch import nn

digits = load_digits()
images, labels = digits.images, digits.target

print("images:", images.dtype, images.shape)
print("pixels: from", images.min(), "to", images.max())
print("labels:", labels.dtype, labels.shape)
print("classes:", np.unique(labels))

# %% alt="Handwritten digits of the data set, coarse and gray, each under its label"
figure, axes = plt.subplots(2, 5)
for axis, image, label in zip(axes.flat, images, labels):
    axis.imshow(image, cmap="gray_r")
    axis.set_title(label)
    axis.axis("off")
plt.show()

# %% [markdown]
# ## From arrays to tensors
#
# Split while the data is NumPy. The rows are picked by index, so the data set itself is
# safe from whatever happens to the tensors: see "split shares" in the output.
#
# - **Pixels** are float64.
#   [`torch.from_numpy`](../../methods/from_numpy/) keeps the dtype and shares the
#   array's memory. `Tensor.to` then casts to float32, the dtype of the model's weights.
#   A cast copies. It changes no value here: float32 holds small whole numbers exactly.
#   Dividing by the largest pixel value brings them between zero and one.
# - **Labels** are int64, which is what the loss takes, so they need no cast.
#   They share the array's memory: write to the array now, and the model learns from
#   what you wrote. Use [`torch.tensor`](../../methods/tensor/) for a copy.

# %%
train_images, test_images, train_labels, test_labels = train_test_split(
    images, labels, test_size=0.25, stratify=labels, random_state=0
)
train_pixels = torch.from_numpy(train_images).to(torch.float32) / 16
test_pixels = torch.from_numpy(test_images).to(torch.float32) / 16
train_targets = torch.from_numpy(train_labels)

print("pixels:", train_pixels.dtype, tuple(train_pixels.shape))
print("from", train_pixels.min().item(), "to", train_pixels.max().item())
print("targets:", train_targets.dtype, tuple(train_targets.shape))
print("split shares:", np.shares_memory(images, train_images))
print("pixels share:", np.shares_memory(train_images, train_pixels.numpy()))
print("targets share:", np.shares_memory(train_labels, train_targets.numpy()))
print("values kept:", np.array_equal(train_images, train_pixels.numpy() * 16))

# %% [markdown]
# ## Why these dtypes
#
# Without the cast to float32,
# [the first layer raises](../../methods/from_numpy/#fact-methods-from_numpy-float64_meets_float32_weights).
# For the dtypes of class numbers that `CrossEntropyLoss` takes, see [labels](../../guides/labels/).

# %%
torch.manual_seed(0)
model = nn.Sequential(
    nn.Flatten(),
    nn.Linear(64, 32),
    nn.ReLU(),
    nn.Linear(32, 10),
)
loss_function = nn.CrossEntropyLoss()
print("parameters:", sum(weights.numel() for weights in model.parameters()))

try:
    model(torch.from_numpy(train_images))
except RuntimeError as error:
    print("float64 pixels:", error)

try:
    loss_function(model(train_pixels), train_targets.to(torch.int32))
except RuntimeError as error:
    print("int32 targets:", error)

# %% [markdown]
# ## Train
#
# The data set is small, so each step sees all of it. For batches and a GPU, see
# [the training loop](../../guides/training/). Collect the loss as a Python float,
# with `loss.item()`.

# %%
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
losses = []
for epoch in range(100):
    optimizer.zero_grad()
    loss = loss_function(model(train_pixels), train_targets)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

print("loss is a", type(losses[-1]).__name__)
print(f"first {losses[0]:.2f}, last {losses[-1]:.2f}")

# %% alt="The loss by epoch: it falls steeply at first, then levels off close to zero"
figure, axis = plt.subplots()
axis.plot(losses)
axis.set_xlabel("epoch")
axis.set_ylabel("loss")
axis.set_ylim(0, 2.5)
plt.show()

# %% [markdown]
# ## Back to NumPy
#
# What a model returns
# [requires grad](../../methods/round_trip/#fact-methods-round_trip-results_require_grad_too),
# and so raises in `.numpy()`, as the output says after "with autograd".
# Under [`torch.inference_mode`](https://docs.pytorch.org/docs/stable/generated/torch.autograd.grad_mode.inference_mode.html)
# nothing is recorded, and
# [`Tensor.numpy`](https://docs.pytorch.org/docs/stable/generated/torch.Tensor.numpy.html)
# returns an array over the tensor's memory: no copy, same dtype. What else survives the
# way there and back: [round trip](../../methods/round_trip/).
#
# Compare array with array, not with a tensor, for in the output that gives one bool for all and not
# one for each: see [operators](../../reference/operators/).

# %%
try:
    model(test_pixels).numpy()
except RuntimeError as error:
    print("with autograd:", error)

with torch.inference_mode():
    predicted = model(test_pixels).argmax(dim=1)
predictions = predicted.numpy()

print("predictions:", predictions.dtype, predictions.shape)
print("shares:", np.shares_memory(predictions, predicted.numpy()))
print("array != tensor:", test_labels != predicted)
print("array != array:", np.sum(test_labels != predictions), "times True")
print("correct:", np.sum(test_labels == predictions), "of", len(test_labels))

# %% [markdown]
# ## What it gets wrong
#
# From here on everything is NumPy, and scikit-learn and Matplotlib take it as it is.

# %% alt="Confusion matrix: nearly all predictions lie on the diagonal, a few beside it"
matrix = confusion_matrix(test_labels, predictions)
figure, axis = plt.subplots(figsize=(5, 5))
ConfusionMatrixDisplay(matrix).plot(ax=axis, cmap="Blues", colorbar=False)
plt.show()

# %% alt="Digits that the model misreads, each under its label and the prediction"
wrong = np.flatnonzero(test_labels != predictions)
print("labels:     ", test_labels[wrong])
print("predictions:", predictions[wrong])

figure, axes = plt.subplots(2, 5)
for axis, index in zip(axes.flat, wrong):
    axis.imshow(test_images[index], cmap="gray_r")
    axis.set_title(f"{test_labels[index]} read as {predictions[index]}")
    axis.axis("off")
plt.show()
