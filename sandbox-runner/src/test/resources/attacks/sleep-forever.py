# expect: TIMEOUT
# why: no CPU time used
import time
def solve(values, n):
    time.sleep(10**6)
