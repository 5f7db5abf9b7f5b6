# expect: FAILED ERROR
# why: there is no parent to be seen
import os, signal
def solve(values, n):
    for pid in (os.getppid(), 1, 2, 3, 4, 5, 6, 7):
        if pid != os.getpid():
            try:
                os.kill(pid, signal.SIGKILL)
            except (OSError, PermissionError):
                pass
