import numpy as np

north = np.ma.masked_equal([20.5, -999.0], -999.0)
south = np.ma.masked_equal([-999.0, 21.5], -999.0)

print("np.ma.stack:", np.ma.stack([north, south]).mean())
print("np.stack:", np.stack([north, south]).mean())
