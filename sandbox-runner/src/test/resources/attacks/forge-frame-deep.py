# expect: ERROR
# why: a frame that nests without end
import os, struct
def solve(values, n):
    payload = b"[[]," + b"[" * 200000 + b"]" * 200000 + b",[]]"
    os.write(5, struct.pack("<IcI", len(payload), b"R", 2) + payload)
    os._exit(0)
