# expect: PASSED
# why: a second of work
# limits: cpu=4 wall=12
import time
def solve(values, n):
    if n == 3:
        end = time.process_time() + 1
        while time.process_time() < end:
            pass
    return sorted(values, reverse=True)[:n]
