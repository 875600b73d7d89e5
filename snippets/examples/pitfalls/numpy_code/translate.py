import torch


def to_unit(image):
    image = image.to(torch.float32)
    return image / image.max()


image = torch.tensor([0, 51, 255])
print("tensor:", to_unit(image))
