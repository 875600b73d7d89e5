# %% [markdown]
# # A table of patients: mixed columns, gaps, categories
#
# Here a data frame becomes two tensors, one of numbers and one of categories, and a model reads
# both. The predictions go back into the frame, and to the metrics of scikit-learn. The table is
# that of 442 patients with diabetes, which scikit-learn ships.

# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import torch
from sklearn.datasets import load_diabetes
from sklearn.dummy import DummyRegressor
from sklearn.metrics import mean_absolute_error, r2_score
from sklearn.model_selection import train_test_split
from torch import nn

table = load_diabetes(as_frame=True, scaled=False).frame.rename(
    columns={"s1": "cholesterol", "s2": "ldl", "s3": "hdl", "s4": "ratio", "s5": "triglycerides", "s6": "glucose"}
)
print(table.head())

# %% [markdown]
# ## Make it as tables are
#
# This one has no gaps and no text. Numbers stand for the sex, and nothing is missing. Give it
# both, so that there is something to do, and a decade as text, which takes the place of the age:

# %%
generator = np.random.default_rng(0)
table["sex"] = table["sex"].map({1.0: "a", 2.0: "b"})
table["decade"] = (table["age"] // 10 * 10).astype(int).astype(str) + "s"
table.loc[generator.random(len(table)) < 0.1, "glucose"] = np.nan
table.loc[generator.random(len(table)) < 0.05, "sex"] = None

print(table.dtypes)
print("missing:", table.isna().sum()[lambda count: count > 0].to_dict())

# %% [markdown]
# ## Split, then measure the training part
#
# Take means, deviations and categories from the training rows only:

# %%
train, test = train_test_split(table, test_size=0.25, random_state=0)
numbers = ["bmi", "bp", "cholesterol", "ldl", "hdl", "ratio", "triglycerides", "glucose"]
names = ["sex", "decade"]
gaps = [name for name in numbers if train[name].isna().any()]
mean, deviation = train[numbers].mean(), train[numbers].std()
kinds = {name: pd.Index(train[name].dropna().unique()).sort_values() for name in names}

print("gaps:", gaps)
print({name: list(kind) for name, kind in kinds.items()})

# %% [markdown]
# ## Two tensors of one frame
#
# - **Numbers**: standardize in pandas, fill gaps with 0, which is the mean now, and add one column
#   for each that has gaps in the training part. Then cast once, to float32.
# - **Categories**: number them by their place among those of the training part, and add 1, so
#   that 0 stands for a gap and for what the training part does not have. For columns of the
#   dtype category, see [categories](../../guides/tables/#categories).


# %%
def tensors(frame):
    """The numbers as float32, the categories as int64, and the target as float32, of one frame."""
    scaled = (frame[numbers] - mean) / deviation
    missing = scaled[gaps].isna().add_suffix(" is missing")
    codes = [kinds[name].get_indexer(frame[name]) + 1 for name in names]
    return (
        torch.from_numpy(scaled.fillna(0).join(missing).to_numpy(np.float32, copy=True)),
        torch.from_numpy(np.stack(codes, axis=1, dtype=np.int64)),
        torch.from_numpy(frame["target"].to_numpy(np.float32, copy=True)),
    )


train_numbers, train_codes, train_target = tensors(train)
test_numbers, test_codes, test_target = tensors(test)

print("numbers:", train_numbers.dtype, tuple(train_numbers.shape), "NaN:", train_numbers.isnan().any().item())
print("codes:  ", train_codes.dtype, tuple(train_codes.shape), "from", train_codes.min().item())
print("target: ", train_target.dtype, tuple(train_target.shape))
print("shares with the frame:", np.shares_memory(train_target.numpy(), train["target"].to_numpy()))

# %% [markdown]
# ## A model that reads both
#
# Make one `nn.Embedding` for each column of categories, with one row more than it has categories.
# Call `squeeze(1)` on the scores, to give them the shape (n,) of the target: see
# [what the loss does otherwise](../../guides/training/#using-a-target-size-that-is-different-to-the-input-size).


# %%
class Model(nn.Module):
    """Predicts the standardized target from numbers and categories."""

    def __init__(self):
        super().__init__()
        self.tables = nn.ModuleList(nn.Embedding(len(kinds[name]) + 1, 2) for name in names)
        self.rest = nn.Sequential(nn.Linear(len(numbers) + len(gaps) + 2 * len(names), 16), nn.ReLU(), nn.Linear(16, 1))

    def forward(self, numbers, codes):
        columns = codes.unbind(dim=1)
        looked_up = [table(column) for table, column in zip(self.tables, columns)]
        return self.rest(torch.cat([numbers, *looked_up], dim=1)).squeeze(1)


torch.manual_seed(0)
center, spread = train_target.mean(), train_target.std()
model = Model()
optimizer = torch.optim.Adam(model.parameters(), lr=0.01, weight_decay=0.1)
losses = []
for epoch in range(150):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(train_numbers, train_codes), (train_target - center) / spread)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

print(f"the loss fell from {losses[0]:.1f} to {losses[-1]:.1f}")

# %% alt="The loss by epoch: it falls steeply at first, then slowly"
figure, axis = plt.subplots()
axis.plot(losses)
axis.set_xlabel("epoch")
axis.set_ylabel("loss")
axis.set_ylim(0, 1.2)
plt.show()

# %% [markdown]
# ## Back into the frame
#
# Take an array under `torch.inference_mode`, and assign it as a column. The index stays:

# %%
with torch.inference_mode():
    predicted = model(test_numbers, test_codes) * spread + center
result = test[["sex", "decade", "target"]].assign(predicted=predicted.numpy())

print(result.dtypes)
print("index as before:", result.index.equals(test.index))

# %% [markdown]
# ## Metrics of scikit-learn
#
# Pass the columns. Compare with a model that always gives the mean:

# %%
always = DummyRegressor().fit(train[numbers], train["target"]).predict(test[numbers])
error = mean_absolute_error(result["target"], result["predicted"])
print(f"error: {error / mean_absolute_error(result['target'], always):.1f} of that of the mean")
print(f"R2: {r2_score(result['target'], result['predicted']):.1f}")

# %% alt="Predicted by true progression: the points rise along the diagonal, widely scattered"
figure, axis = plt.subplots()
axis.scatter(result["target"], result["predicted"], s=12)
axis.plot([25, 350], [25, 350], color="#555555", linewidth=1)
axis.set_xlabel("progression of the disease")
axis.set_ylabel("predicted")
plt.show()

# %% [markdown]
# ## A patient whose decade nobody had
#
# Give the model a row with gaps and a new category. Both have the code 0:

# %%
stranger = test.iloc[[0]].assign(sex=None, decade="90s", glucose=np.nan)
stranger_numbers, stranger_codes, _ = tensors(stranger)
with torch.inference_mode():
    print("codes:", stranger_codes.tolist(), "finite:", model(stranger_numbers, stranger_codes).isfinite().item())
