# expect: PASSED
# why: none is left
# after: plant-ipc
import ctypes
libc = ctypes.CDLL(None)
assert libc.shmget(4711, 4096, 0) < 0
assert libc.semget(4711, 1, 0) < 0
assert libc.msgget(4711, 0) < 0
def solve(values, n):
    return sorted(values, reverse=True)[:n]
