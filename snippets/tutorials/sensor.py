# %% [markdown]
# # A long recording in windows
#
# Cut windows for a model out of a recording that is one array. This notebook cuts a recording of
# a nerve cell into overlapping windows that all lie in the memory of the recording, predicts
# the next value from each window with a linear fit, and brings the predictions back to NumPy. To
# train a network on windows, pick batches of them, as below, in [a training loop](../../guides/training/).
# The recording is a file of sample data that Matplotlib ships, in a unit that the file does not tell.

# %%
import matplotlib.pyplot as plt
import numpy as np
import torch
from matplotlib import cbook

path = cbook.get_sample_data("membrane.dat", asfileobj=False)
voltage = np.fromfile(path, dtype=np.float32)
step = 0.0005  # seconds between two samples

print("samples:", voltage.dtype, voltage.shape)
print("from", voltage.min(), "to", voltage.max())
print("gaps:", np.isnan(voltage).sum())

# %% alt="The potential of the cell over six seconds: a flat line with bursts of sharp peaks"
figure, axis = plt.subplots()
axis.plot(np.arange(len(voltage)) * step, voltage, linewidth=0.7)
axis.set_xlabel("time in s")
axis.set_ylabel("potential")
plt.show()

# %% [markdown]
# ## Standardize while it is one array
#
# Do it before you cut: each sample is then changed once, and not once for each window. The
# statistics come from the part that the model is trained on. `np.float32` keeps the dtype,
# as the output shows:

# %%
split = 8000
mean, deviation = voltage[:split].mean(), voltage[:split].std()
standard = (voltage - mean) / deviation

print(type(mean).__name__, standard.dtype)

# %% [markdown]
# ## Windows that share
#
# Call [`torch.from_numpy`](../../methods/from_numpy/), then `Tensor.unfold`. Look at the strides
# in the output, for the next window begins one element on, as the next sample of a window does, and
# all of them lie in the recording. Compare the address,
# and the bytes of the recording with those that the windows would take as copies:

# %%
width = 32
series = torch.from_numpy(standard)
windows = series.unfold(0, width, 1)

print("windows:", tuple(windows.shape), "strides:", windows.stride())
print("same memory:", windows.data_ptr() == standard.ctypes.data)
print("recording:", standard.nbytes, "bytes; as copies:", windows.numel() * windows.element_size())

# %% [markdown]
# Because they share, do not write into a window: it would change its neighbors. A batch that
# is picked by index is a copy, as the output says, so a batch may be changed:

# %%
batch = windows[torch.tensor([0, 100, 200])]
batch[0] = 0.0

print("batch:", tuple(batch.shape), batch.is_contiguous())
print("recording unchanged:", torch.equal(windows[0], series[:width]), windows[0].abs().sum().item() > 0)

# %% [markdown]
# ## Predict the next sample
#
# The last window has no next sample, so it is left out. Train on one part of the
# time and test on another, not on a shuffled list: neighbors share most of their samples.
# Fit the weights with one call. Do that in float64, so that columns which are nearly alike do not
# cost digits:

# %%
inputs, targets = windows[:-1], series[width:]
train, test = slice(0, split - width), slice(split, None)

fit = torch.linalg.lstsq(inputs[train].double(), targets[train].double().unsqueeze(1))
weights = fit.solution.to(torch.float32)
predicted = (inputs[test] @ weights).squeeze(1)

print("weights:", weights.dtype, tuple(weights.shape))
print("predicted:", predicted.dtype, tuple(predicted.shape))

# %% [markdown]
# ## Back to NumPy
#
# Multiply and add to undo the scaling, and compare with the guess that nothing changes. The window at `i` ends
# before the sample `i + width`, so the samples to predict are `voltage[width:]`, and the last ones
# of the windows `voltage[width - 1 : -1]`:

# %%
prediction = predicted.numpy() * deviation + mean
truth, unchanged = voltage[width:][test], voltage[width - 1 : -1][test]

error, baseline = (np.square(guess - truth).mean() for guess in (prediction, unchanged))
print("prediction:", prediction.dtype, prediction.shape)
print(f"squared error: {error / baseline:.1f} of that of the last sample again")

# %% alt="The recorded potential over a quarter of a second and the prediction on top of it: they nearly coincide"
part = slice(1000, 1500)
figure, axis = plt.subplots()
axis.plot(truth[part], label="recorded", linewidth=2.5)
axis.plot(prediction[part], label="predicted", linewidth=1)
axis.set_xlabel("sample")
axis.set_ylabel("potential")
axis.legend()
plt.show()
