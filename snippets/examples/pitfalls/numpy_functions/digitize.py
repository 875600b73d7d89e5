import numpy as np
import torch

ages = np.array([17, 18, 64])
edges = np.array([18, 65])
print("digitize:", np.digitize(ages, edges))
ages = torch.from_numpy(ages)
edges = torch.from_numpy(edges)
same = torch.bucketize(ages, edges, right=True)
print("right=True:", same)
other = torch.bucketize(ages, edges)
print("right=False:", other)
