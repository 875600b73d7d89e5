import numpy as np
import pandas as pd
import torch

people = pd.DataFrame(
    {
        "age": [31, 45, 28],
        "income": [2.5, 4.0, 1.75],
        "member": [True, False, True],
    }
)

tensor = torch.from_numpy(people.to_numpy(dtype=np.float32, copy=True))
print("tensor:", tensor, sep="\n")
