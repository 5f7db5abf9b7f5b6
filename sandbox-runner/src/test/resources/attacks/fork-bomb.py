# expect: TIMEOUT
# why: as many processes as it can
import os
def solve(values, n):
    while True:
        try:
            os.fork()
        except OSError:
            pass
