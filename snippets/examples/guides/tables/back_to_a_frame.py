import pandas as pd
import torch

scores = torch.tensor([0.5, 0.25], requires_grad=True)
people = pd.DataFrame({"name": ["Ada", "Ben"]})

people["score"] = scores.detach().cpu().numpy()
print("frame:", people, sep="\n")
print("dtype:", people["score"].dtype)
