# expect: ERROR FAILED
# why: system calls of another architecture
import ctypes, mmap, platform
def solve(values, n):
    if platform.machine() != "x86_64":
        return None
    code = b"\xb8\x14\x00\x00\x00\xcd\x80\xc3"
    memory = mmap.mmap(-1, 4096, prot=7)
    memory.write(code)
    address = ctypes.addressof(ctypes.c_char.from_buffer(memory))
    ctypes.CFUNCTYPE(ctypes.c_int)(address)()
    return sorted(values, reverse=True)[:n]
