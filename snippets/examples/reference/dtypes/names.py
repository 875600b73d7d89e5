import torch

floats = "float64 float32 float16 bfloat16"
others = "int64 int32 int16 int8 uint8 bool"
for name in f"{floats} {others}".split():
    dtype = getattr(torch, name)
    kind = torch.empty(0, dtype=dtype).type()
    print(name, "is", kind)
