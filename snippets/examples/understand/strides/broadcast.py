import torch

row = torch.tensor([7, 8, 9], dtype=torch.int16)
table = row.expand(3, 3)

print(f"buffer: {row.nbytes} bytes, int16 {row.tolist()}")
for name, view in {"row": row, "row.expand(3, 3)": table}.items():
    begin = view.data_ptr() - row.data_ptr()
    axes = f"{(*view.shape,)}, strides {view.stride()}"
    print(f"{name}: byte {begin}, {view.dtype} {axes}, {view.tolist()}")
