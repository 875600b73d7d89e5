import polars as pl

frame = pl.DataFrame({"embedding": [[1.0, 2.0], [3.0, 4.0]]})
rows = frame["embedding"].list.to_array(2)
print("rows:", rows.to_torch())
