import numpy as np

buoys = [np.ma.masked_equal([20.5, -999.0], -999.0), np.ma.masked_equal([-999.0, 21.5], -999.0)]

print(np.stack(buoys).mean())
print(np.ma.stack(buoys).mean())
