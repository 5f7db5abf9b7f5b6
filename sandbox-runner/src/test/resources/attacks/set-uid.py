# expect: FAILED ERROR
# why: nobody else to become
import os
def solve(values, n):
    for uid in (0, 1, 65534, 2000):
        try:
            os.setuid(uid)
            return sorted(values, reverse=True)[:n]
        except OSError:
            pass
    return None
