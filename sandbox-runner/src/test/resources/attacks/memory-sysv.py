# expect: MEMORY_LIMIT FAILED ERROR
# why: System V shared memory
import ctypes
def solve(values, n):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.shmat.restype = ctypes.c_void_p
    for _ in range(40):
        segment = libc.shmget(0, 48 << 20, 0o1600)
        if segment < 0:
            return None
        address = libc.shmat(segment, None, 0)
        if address in (None, 0xFFFFFFFFFFFFFFFF):
            return None
        ctypes.memset(address, 1, 48 << 20)
        libc.shmdt(ctypes.c_void_p(address))
