import polars as pl

frame = pl.DataFrame({"age": [31, 45], "weight": [70.5, None]})

print(frame.to_torch(dtype=pl.Float32))
print(frame["age"].to_torch())
