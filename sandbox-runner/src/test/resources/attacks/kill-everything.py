# expect: FAILED ERROR
# why: a signal to all reaches this sample only
import os, signal
def solve(values, n):
    os.kill(-1, signal.SIGKILL)
