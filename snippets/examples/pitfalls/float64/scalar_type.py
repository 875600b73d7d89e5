import numpy as np
import torch

rotations = torch.from_numpy(np.ones((4, 2, 2)))
points = torch.ones(4, 2, 2)

for first, second in [(rotations, points), (points, rotations)]:
    try:
        torch.bmm(first, second)
    except RuntimeError as error:
        print(f"{first.dtype} @ {second.dtype}: {error}")

turned = torch.bmm(rotations.to(points.dtype), points)
print("cast:", turned.dtype)
