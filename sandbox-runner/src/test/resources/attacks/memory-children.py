# expect: MEMORY_LIMIT
# why: several processes share one limit
import os, time
def solve(values, n):
    for _ in range(8):
        if os.fork() == 0:
            kept = bytearray(150 << 20)
            time.sleep(60)
    time.sleep(60)
