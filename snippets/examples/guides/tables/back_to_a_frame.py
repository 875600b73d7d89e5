import pandas as pd
import torch

scores = torch.tensor([0.5, 0.25, 0.75], requires_grad=True)
people = pd.DataFrame({"name": ["Ada", "Ben", "Cy"]}, index=[7, 8, 9])
people["score"] = scores.detach().numpy()
print(people)
print(people["score"].dtype)
