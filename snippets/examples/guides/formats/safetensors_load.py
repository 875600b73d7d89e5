import torch
from safetensors.torch import load_file, save_file

weights = torch.arange(6.0).reshape(2, 3).to(torch.bfloat16)
save_file({"weights": weights.T.contiguous()}, "weights.safetensors")

loaded = load_file("weights.safetensors")["weights"]
print("loaded:", loaded.tolist(), loaded.dtype)
