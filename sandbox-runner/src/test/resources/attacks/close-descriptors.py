# expect: ERROR
# why: hanging up
import os
def solve(values, n):
    os.closerange(0, 256)
    return sorted(values, reverse=True)[:n]
