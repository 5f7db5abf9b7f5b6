# expect: PASSED
# why: System V and POSIX objects
import ctypes
from multiprocessing import shared_memory
libc = ctypes.CDLL(None)
libc.shmget(4711, 4096, 0o1600)
libc.semget(4711, 1, 0o1600)
libc.msgget(4711, 0o1600)
def solve(values, n):
    return sorted(values, reverse=True)[:n]
