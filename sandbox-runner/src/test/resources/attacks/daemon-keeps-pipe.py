# expect: ERROR
# why: a daemon cannot keep the sample alive
import os, time
if os.fork() == 0:
    os.setsid()
    while True:
        time.sleep(1)
os._exit(0)
def solve(values, n):
    return None
