# expect: PASSED
# why: shared memory of its own
from multiprocessing import shared_memory
def solve(values, n):
    block = shared_memory.SharedMemory(create=True, size=64)
    block.buf[0] = n
    count = block.buf[0]
    block.close()
    block.unlink()
    return sorted(values, reverse=True)[:count]
