import torch

biases = torch.tensor([0.5, 1.0, 1.5])
array = biases.numpy()

array += 1
again = torch.from_numpy(array)
print(biases)
print("same buffer:", again.data_ptr() == biases.data_ptr())

array = array * 100
print(biases)
