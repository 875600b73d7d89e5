import numpy as np
import torch

rng = np.random.default_rng(0)
filled = 500  # rows that are written
frames = np.zeros((1000, 84, 84), np.uint8)
actions = np.zeros(1000, np.int64)
rewards = np.zeros(1000, np.float32)

rows = rng.integers(0, filled, size=32)
states = torch.from_numpy(frames[rows]) / 255
taken = torch.from_numpy(actions[rows])
gains = torch.from_numpy(rewards[rows])
print("states:", states.shape, states.dtype)
scores = torch.zeros(32, 4)[range(32), taken]
print("scores:", scores.shape, gains.shape)
print("MB:", frames.nbytes / 1e6)
