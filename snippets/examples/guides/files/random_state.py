import numpy as np
import torch

generator = np.random.default_rng(0)
state = generator.bit_generator.state
torch.save({"random": state}, "checkpoint.pt")
first = generator.random()

saved = torch.load("checkpoint.pt")["random"]
generator.bit_generator.state = saved
print("same draw:", generator.random() == first)
