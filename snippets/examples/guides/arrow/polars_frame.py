import polars as pl

frame = pl.DataFrame({"age": [31, 45], "weight": [70.5, None]})

print("frame:", frame.to_torch(dtype=pl.Float32))
print("age:", frame["age"].to_torch())
