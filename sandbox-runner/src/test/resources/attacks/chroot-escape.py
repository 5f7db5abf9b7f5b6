# expect: FAILED ERROR
# why: no other root
import os
def solve(values, n):
    os.mkdir("/tmp/jail")
    try:
        os.chroot("/tmp/jail")
    except OSError:
        return None
    return sorted(values, reverse=True)[:n]
