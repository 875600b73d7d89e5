import torch

received = bytearray(b"\x01\x02\x03")
tensor = torch.frombuffer(received, dtype=torch.uint8)
before = tensor.data_ptr()

received.extend(bytes(1_000_000))

now = torch.frombuffer(received, dtype=torch.uint8).data_ptr()
print("tensor stays:", tensor.data_ptr() == before)
print("bytes are there:", tensor.data_ptr() == now)
