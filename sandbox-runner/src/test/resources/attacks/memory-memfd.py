# expect: MEMORY_LIMIT FAILED ERROR
# why: memory behind descriptors
import os
def solve(values, n):
    kept = []
    block = b"x" * (1 << 20)
    while True:
        fd = os.memfd_create("m")
        kept.append(fd)
        try:
            for _ in range(48):
                os.write(fd, block)
        except OSError:
            pass
