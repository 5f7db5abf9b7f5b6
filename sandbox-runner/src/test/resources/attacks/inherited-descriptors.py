# expect: FAILED
# why: no descriptor beyond its own
import os
def solve(values, n):
    found = []
    for fd in range(6, 1024):
        try:
            os.fstat(fd)
            found.append(fd)
        except OSError:
            pass
    return sorted(values, reverse=True)[:n] if found else None
