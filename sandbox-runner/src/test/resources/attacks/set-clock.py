# expect: FAILED ERROR
# why: the machine's clock stays
import time
def solve(values, n):
    try:
        time.clock_settime(time.CLOCK_REALTIME, 0)
    except OSError:
        return None
    return [3, 2]
