# expect: FAILED ERROR
# why: nor made writable
import ctypes
def solve(values, n):
    libc = ctypes.CDLL(None, use_errno=True)
    for flags in (0x20, 0x20 | 0x1000, 0x1000, 0x2000):
        if libc.mount(b"/usr", b"/usr", None, flags, None) == 0:
            return sorted(values, reverse=True)[:n]
    return None
