# expect: TIMEOUT
# why: nothing that can be ignored is used
import signal
for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
def solve(values, n):
    while True:
        pass
