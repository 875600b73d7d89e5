import numpy as np
import torch


def elements_share_places(tensor):
    """Whether two elements of a dense tensor lie at one place in memory."""
    count = tensor.untyped_storage().nbytes() // tensor.element_size()
    places = torch.arange(count).as_strided(tensor.shape, tensor.stride(), tensor.storage_offset())
    return places.unique().numel() < tensor.numel()


recording = torch.zeros(100)
tensors = {
    "a transposed table": torch.zeros(3, 2).T,
    "a broadcast row": torch.from_dlpack(np.broadcast_to(np.array([0.5, -0.5]), (3, 2))),
    "two windows of a recording": recording.unfold(0, 4, 2)[:2],
}
for name, tensor in tensors.items():
    print(f"{name}: {elements_share_places(tensor)}")
