# expect: FAILED ERROR
# why: calling the judge back through handles it never gave
import os, struct
def solve(values, n):
    for target in range(-3, 12):
        payload = b'["getattr",%d,[]]' % target
        payload = b'[["getattr",%d,[]],["__globals__"],[]]' % target
        os.write(5, struct.pack("<IcI", len(payload), b"Q", 2) + payload)
    os._exit(0)
