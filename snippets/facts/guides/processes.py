"""Facts of docs/guides/processes.md."""

import threading
from multiprocessing.shared_memory import SharedMemory

import numpy as np
import torch


def share_memory_moves():
    """`Tensor.share_memory_` moves the tensor's data to shared memory, so an array that `torch.from_numpy` was given is cut off."""
    for dtype in "?bBhHiIlLefdFD":
        counts = np.zeros(2, dtype)
        tensor = torch.from_numpy(counts)
        counts[0] = 1
        assert tensor.tolist() == [1, 0]
        tensor.share_memory_()
        counts[1] = 1
        assert tensor.is_shared()
        assert tensor.tolist() == [1, 0]


def array_of_shared_shares():
    """The array of a tensor in shared memory is in shared memory too: take the array after the move."""
    for dtype in "?bBhHiIlLefdFD":
        tensor = torch.from_numpy(np.zeros(2, dtype)).share_memory_()
        counts = tensor.numpy()
        counts[0] = 1
        assert tensor.is_shared()
        assert tensor.tolist() == [1, 0]


def arrays_do_not_hold_their_block():
    """`SharedMemory.close` succeeds while an array of `np.ndarray` with `buffer=`, or a tensor of it, is there, so their memory is gone; for an array of `np.frombuffer` it raises a BufferError."""
    block = SharedMemory(create=True, size=4096)
    tensor = torch.from_numpy(np.ndarray(2, np.uint8, buffer=block.buf))
    block.close()
    del tensor
    block.unlink()
    block = SharedMemory(create=True, size=4096)
    tensor = torch.from_numpy(np.frombuffer(block.buf, np.uint8))
    with np.testing.assert_raises_regex(BufferError, "exported pointers exist"):
        block.close()
    del tensor
    block.close()
    block.unlink()


def threads_see_one_memory():
    """Threads of one process write into the same array through their tensors."""
    counts = np.zeros(2)
    writers = [threading.Thread(target=torch.from_numpy(counts)[place].fill_, args=(1.0,)) for place in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert counts.tolist() == [1.0, 1.0]


def fork_copies():
    """After a fork, a write in one process is not seen in the other, unless the tensor is in shared memory, or over a file that is mapped for writing."""
    plain, shared = torch.zeros(1), torch.zeros(1).share_memory_()
    mapped = torch.from_numpy(np.memmap("levels.bin", np.float32, "w+", shape=1))

    def work():
        plain.numpy()[0] = 1.0
        shared.numpy()[0] = mapped.numpy()[0] = 1.0

    worker = torch.multiprocessing.get_context("fork").Process(target=work)
    worker.start()
    worker.join()
    assert plain.tolist() == [0.0]
    assert shared.tolist() == mapped.tolist() == [1.0]


def collate_copies():
    """`torch.utils.data.default_collate` stacks arrays into a batch with memory of its own."""
    for dtype in "?bBhHiIlLefdFD":
        samples = [np.zeros(2, dtype), np.ones(2, dtype)]
        batch = torch.utils.data.default_collate(samples)
        samples[0][0] = 1
        assert batch.tolist() == [[0, 0], [1, 1]]


def forked_processes_hang():
    """In a forked process, a call of PyTorch that takes several threads, as the cast of a large array does, never returns if its parent has made such a call before; after `torch.set_num_threads(1)` in the child it does, and so does NumPy's cast."""
    numbers = np.zeros(1_000_000)
    casts = {
        "hangs": lambda: torch.from_numpy(numbers).float(),
        "one thread": lambda: (torch.set_num_threads(1), torch.from_numpy(numbers).float()),
        "NumPy": lambda: numbers.astype(np.float32),
    }
    torch.set_num_threads(2)
    torch.from_numpy(numbers).float()
    ended = {}
    for name, cast in casts.items():
        child = torch.multiprocessing.get_context("fork").Process(target=cast)
        child.start()
        child.join(1 if name == "hangs" else None)
        ended[name] = child.exitcode == 0
        child.kill()
        child.join()
    assert ended == {"hangs": False, "one thread": True, "NumPy": True}
