import torch
from torch.nn.utils.rnn import pad_sequence

sentences = [[4, 8], [15, 16, 23]]
rows = [torch.tensor(words, dtype=torch.int64) for words in sentences]
padded = pad_sequence(rows, batch_first=True, padding_value=-1)
print("padded:", padded)

lengths = torch.tensor([len(row) for row in rows])
real = torch.arange(padded.shape[1]) < lengths[:, None]
print("real:", real)
