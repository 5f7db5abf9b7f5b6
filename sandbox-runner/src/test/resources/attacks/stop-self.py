# expect: FAILED TIMEOUT
# why: a stopped process still meets the deadline
import os, signal, time
def solve(values, n):
    os.kill(os.getpid(), signal.SIGSTOP)
