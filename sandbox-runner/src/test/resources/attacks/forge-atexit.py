# expect: FAILED
# why: handlers at exit change nothing
import atexit, os
atexit.register(lambda: os._exit(0))
def solve(values, n):
    return None
