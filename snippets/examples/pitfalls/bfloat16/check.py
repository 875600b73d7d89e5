import torch

FLOATS_OF_NUMPY = torch.float16, torch.float32, torch.float64


def to_array(tensor):
    tensor = tensor.detach().cpu()
    if tensor.is_floating_point() and tensor.dtype not in FLOATS_OF_NUMPY:
        tensor = tensor.float()
    return tensor.numpy()


for dtype in torch.float16, torch.bfloat16, torch.float8_e5m2, torch.int64:
    print(f"{dtype}: {to_array(torch.ones(2).to(dtype)).dtype}")
