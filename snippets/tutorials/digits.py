# %% [markdown]
# # Digits

# %%
import matplotlib.pyplot as plt
import numpy as np
import torch

# %% alt="a line"
plt.plot(np.arange(3.0))
plt.show()
print(torch.ones(2))
