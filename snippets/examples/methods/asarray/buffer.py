import array

import torch

readings = array.array("d", [1.0, 2.0])
bare = torch.asarray(readings)
named = torch.asarray(readings, dtype=torch.float64)

print("without dtype=:", bare.tolist())
print("with dtype=:", named.tolist())
