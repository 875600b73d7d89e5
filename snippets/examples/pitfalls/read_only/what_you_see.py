import pandas as pd
import torch

frame = pd.DataFrame({"temperature": [20.5, 21.0], "humidity": [0.4, 0.5]})

tensor = torch.from_numpy(frame.to_numpy())
print("writable:", frame.to_numpy().flags.writeable)
