import numpy as np
import torch

seed = np.random.SeedSequence(7).generate_state(1)[0]

torch.manual_seed(seed)
print("manual_seed:", torch.rand(1))

generator = torch.Generator().manual_seed(int(seed))
print("generator:", torch.rand(1, generator=generator))
