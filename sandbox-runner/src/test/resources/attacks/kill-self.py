# expect: FAILED ERROR
# why: ending by a signal
import os, signal
def solve(values, n):
    os.kill(os.getpid(), signal.SIGSEGV)
    os.kill(os.getpid(), signal.SIGKILL)
