import numpy as np

classes = np.array(["cat", "dog", "emu"])
animals = np.array(["dog", "cow", "fox"])

numbers = {name: number for number, name in enumerate(classes)}
print(np.array([numbers.get(name, -100) for name in animals]))
print(np.searchsorted(classes, animals))
