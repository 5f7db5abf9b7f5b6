# expect: ERROR
# why: a graph of tuples that contain one another
import os, struct
def solve(values, n):
    payload = b'[[],[[0]],[["t",[1]],["t",[0]]]]'
    os.write(5, struct.pack("<IcI", len(payload), b"R", 2) + payload)
    os._exit(0)
