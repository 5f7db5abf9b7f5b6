# expect: FAILED ERROR
# why: the machine's clock stays
import time
def solve(values, n):
    try:
        time.clock_settime(time.CLOCK_REALTIME, 0)
    except OSError:
        return None
    return sorted(values, reverse=True)[:n]
