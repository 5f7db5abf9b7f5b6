# expect: TIMEOUT ERROR FAILED
# why: as many threads as it can
import threading, time
def solve(values, n):
    threads = []
    while True:
        thread = threading.Thread(target=time.sleep, args=(60,))
        try:
            thread.start()
        except RuntimeError:
            break
        threads.append(thread)
    time.sleep(60)
