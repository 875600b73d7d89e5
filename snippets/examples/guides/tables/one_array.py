# Raises TypeError: a bool column beside numbers makes objects
import pandas as pd
import torch

people = pd.DataFrame({"age": [31, 45, 28], "income": [2.5, 4.0, 1.75], "member": [True, False, True]})
for columns in ["age", "income"], ["age", "member"]:
    print(people[columns].to_numpy().dtype)
torch.from_numpy(people.values)
