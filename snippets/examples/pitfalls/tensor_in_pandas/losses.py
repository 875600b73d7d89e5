import pandas as pd
import torch

losses = [torch.tensor(0.75), torch.tensor(0.5)]
numbers = [loss.item() for loss in losses]

for name, column in {"tensors": losses, "numbers": numbers}.items():
    frame = pd.DataFrame({"loss": column})
    lines = frame.to_csv(index=False).split()
    print(f"{name}: {frame['loss'].dtype} {lines}")
