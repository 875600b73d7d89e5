# Raises AssertionError: the table holds a column of text
import pandas as pd

table = pd.DataFrame({"age": [30, 41], "name": ["Ada", "Max"], "height": [1.7, 1.8]})

odd = []
for name, dtype in table.dtypes.items():
    if dtype.kind not in "biufc":
        odd.append(name)

assert not odd, f"no numbers in {odd}"
