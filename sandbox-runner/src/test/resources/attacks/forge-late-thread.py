# expect: FAILED
# why: a thread that goes on writing
import os, threading, time
def late():
    while True:
        for fd in (1, 2, 5):
            try:
                os.write(fd, b"PASSED" if fd < 3 else b"")
            except OSError:
                pass
        time.sleep(0.0005)
threading.Thread(target=late, daemon=True).start()
def solve(values, n):
    return None
