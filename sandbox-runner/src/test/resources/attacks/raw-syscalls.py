# expect: FAILED ERROR
# why: large and young parts of the kernel
import ctypes, platform
NUMBERS = {
    "x86_64": (101, 165, 161, 155, 175, 246, 248, 250, 272, 298, 308, 310, 311, 321, 323, 425, 428, 435, 438, 442),
    "aarch64": (117, 40, 51, 41, 105, 104, 217, 219, 97, 241, 268, 270, 271, 280, 282, 425, 428, 435, 438, 442),
}
def solve(values, n):
    libc = ctypes.CDLL(None, use_errno=True)
    done = [number for number in NUMBERS[platform.machine()] if libc.syscall(number, 0, 0, 0, 0, 0) >= 0]
    return sorted(values, reverse=True)[:n] if done else None
