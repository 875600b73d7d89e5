# Raises TypeError: json knows Python numbers only
import json

import numpy as np

scores = np.array([0.5, 0.75], np.float32)
print(json.dumps({"best": scores.max()}))
