# expect: FAILED ERROR
# why: no mounts
import ctypes
def solve(values, n):
    libc = ctypes.CDLL(None, use_errno=True)
    for kind in (b"tmpfs", b"proc", b"sysfs", b"overlay"):
        if libc.mount(b"none", b"/tmp", kind, 0, None) == 0:
            return sorted(values, reverse=True)[:n]
    return None
