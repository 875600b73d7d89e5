import sqlite3

import numpy as np

count = np.int64(7)
table = sqlite3.connect(":memory:")
table.execute("CREATE TABLE runs (seen INTEGER)")
for seen in (count, int(count)):
    table.execute("INSERT INTO runs VALUES (?)", (seen,))
rows = table.execute("SELECT seen FROM runs").fetchall()
print("np.int64:", rows[0][0])
print("int:", rows[1][0])
