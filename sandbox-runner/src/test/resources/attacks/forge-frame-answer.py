# expect: FAILED ERROR
# why: speaking the protocol well: an answer is only a value
import os, struct
def solve(values, n):
    payload = b"[[],[true],[]]"
    for sequence in range(1, 9):
        os.write(5, struct.pack("<IcI", len(payload), b"R", sequence) + payload)
    os._exit(0)
