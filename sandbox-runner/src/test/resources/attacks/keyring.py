# expect: FAILED ERROR
# why: keys outlive processes
import ctypes, platform
def solve(values, n):
    libc = ctypes.CDLL(None, use_errno=True)
    number = {"x86_64": 248, "aarch64": 217}[platform.machine()]
    key = libc.syscall(number, b"user", b"assay", b"secret", 6, -5)
    return sorted(values, reverse=True)[:n] if key > 0 else None
