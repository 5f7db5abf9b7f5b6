# expect: FAILED ERROR
# why: no other process can be traced
import ctypes
def solve(values, n):
    libc = ctypes.CDLL(None, use_errno=True)
    for pid in range(1, 50):
        if libc.ptrace(16, pid, 0, 0) == 0:
            return sorted(values, reverse=True)[:n]
    return None
