import pandas as pd
import torch

losses = [torch.tensor(0.75), torch.tensor(0.5)]
numbers = [loss.item() for loss in losses]

for column in losses, numbers:
    frame = pd.DataFrame({"loss": column})
    print(frame["loss"].dtype, frame.to_csv(index=False).split())
