# expect: FAILED ERROR
# why: no other process' memory can be read
import ctypes, os
def solve(values, n):
    libc = ctypes.CDLL(None, use_errno=True)
    buffer = ctypes.create_string_buffer(64)
    for pid in range(1, 50):
        if pid != os.getpid() and libc.process_vm_readv(pid, buffer, 1, buffer, 1, 0) > 0:
            return sorted(values, reverse=True)[:n]
    return None
