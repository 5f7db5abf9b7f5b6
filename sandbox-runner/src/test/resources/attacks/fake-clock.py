# expect: TIMEOUT
# why: the own clock is nobody's clock
import time
time.time = time.monotonic = time.perf_counter = lambda: 0.0
def solve(values, n):
    while time.time() < 1:
        pass
