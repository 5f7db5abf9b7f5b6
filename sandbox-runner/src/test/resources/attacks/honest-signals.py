# expect: PASSED
# why: signals for oneself
import os, signal
seen = []
signal.signal(signal.SIGUSR1, lambda number, frame: seen.append(number))
def solve(values, n):
    os.kill(os.getpid(), signal.SIGUSR1)
    assert seen
    return sorted(values, reverse=True)[:n]
