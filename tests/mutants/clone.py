"""`Tensor.clone`, `Tensor.to` and `Tensor.view`, broken."""

import torch


def clone_aliases():
    """`Tensor.clone` gives a view of the same memory."""
    torch.Tensor.clone = lambda self, *, memory_format=None: self.view(self.shape) if self.is_contiguous() else self


def clone_casts():
    """`Tensor.clone` gives float32."""
    real = torch.Tensor.clone
    torch.Tensor.clone = lambda self, **options: real(self, **options).float()


def clone_makes_contiguous():
    """`Tensor.clone` gives a contiguous tensor whatever the strides were."""
    real = torch.Tensor.clone
    torch.Tensor.clone = lambda self, **options: real(self, memory_format=torch.contiguous_format)


def clone_keeps_gaps():
    """`Tensor.clone` keeps strides to the byte, gaps and zeros included."""

    def clone(self, **options):
        storage = self.untyped_storage().clone()
        return torch.empty(0, dtype=self.dtype).set_(storage, self.storage_offset(), self.shape, self.stride())

    torch.Tensor.clone = clone


def clone_ignores_memory_format():
    """`Tensor.clone` does not look at `memory_format=`."""
    real = torch.Tensor.clone
    torch.Tensor.clone = lambda self, **options: real(self)


def clone_leaves_the_graph():
    """`Tensor.clone` detaches."""
    real = torch.Tensor.clone

    def clone(self, **options):
        copied = real(self.detach(), **options)
        return copied.requires_grad_(self.requires_grad)

    torch.Tensor.clone = clone


def clone_caches():
    """`Tensor.clone` gives the same copy again."""
    real, made = torch.Tensor.clone, {}  # with the source, whose address no other tensor gets then
    torch.Tensor.clone = lambda self, **options: made.setdefault(self.data_ptr(), (real(self, **options), self))[0]


def clone_doubles():
    """`Tensor.clone` is scaled by 2."""
    real = torch.Tensor.clone
    torch.Tensor.clone = lambda self, **options: real(self, **options) * 2


def detach_keeps_the_graph():
    """`Tensor.detach` gives a view in the graph."""
    torch.Tensor.detach = lambda self: self.view(self.shape)


def to_always_copies():
    """`Tensor.to` copies where nothing changes."""
    real = torch.Tensor.to
    torch.Tensor.to = lambda self, *args, **options: real(self, *args, **{**options, "copy": True})


def to_ignores_copy():
    """`Tensor.to` does not look at `copy=`."""
    real = torch.Tensor.to

    def to(self, *args, copy=False, **options):
        return real(self, *args, **options)

    torch.Tensor.to = to


def view_copies():
    """`Tensor.view` copies where the strides do not fit, as `Tensor.reshape` does."""
    torch.Tensor.view = lambda self, *shape: self.reshape(*shape)


def retain_grad_does_nothing():
    """`Tensor.retain_grad` retains no gradient."""
    torch.Tensor.retain_grad = lambda self: None
