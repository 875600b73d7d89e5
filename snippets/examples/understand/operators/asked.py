# Long: a class with each of the methods that NumPy may ask
import numpy as np
import torch


class Asked(torch.Tensor):
    def __array__(self, *how):
        print("  asks for __array__")
        return super().__array__(*how)

    def __array_wrap__(self, array, *rest):
        print("  hands the result to __array_wrap__")
        return super().__array_wrap__(array)

    def sum(self, **how):
        print("  calls sum with", how)
        return super().sum(**how)


tensor = torch.tensor([4.0, 1.0]).as_subclass(Asked)
for function in np.sqrt, np.sort, np.sum:
    print(f"np.{function.__name__}")
    try:
        print("  gives a tensor:", torch.is_tensor(function(tensor)))
    except TypeError as error:
        print("  raises a TypeError:", error)
