# expect: FAILED ERROR
# why: a child that goes on answering
import os, struct, time
def solve(values, n):
    if os.fork() == 0:
        payload = b"[[],[[0]],[[\"l\",3,2]]]"
        for sequence in range(2, 6):
            os.write(5, struct.pack("<IcI", len(payload), b"R", sequence) + payload)
            time.sleep(0.01)
        os._exit(0)
    return None
