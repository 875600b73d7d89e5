import numpy as np

texts = ["a cat", "a café " + "in Rome " * 20]
encoded = [text.encode() for text in texts]
letters = np.frombuffer(b"".join(encoded), np.uint8)
ends = np.cumsum([0, *map(len, encoded)])


def caption(row):
    part = letters[ends[row] : ends[row + 1]]
    return part.tobytes().decode()


print("caption:", caption(0))
print("bytes:", letters.nbytes + ends.nbytes)
print("as one array of text:", np.array(texts).nbytes)
