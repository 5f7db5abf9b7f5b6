# expect: FAILED
# why: a daemon dies with its sample
import os, time
def solve(values, n):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            while True:
                time.sleep(1)
        os._exit(0)
    return None
