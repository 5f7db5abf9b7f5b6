# expect: ERROR
# why: naming classes to be built in the judge
import os, struct
def solve(values, n):
    payload = b'[[],[[0]],[["o","Popen","args","id"]]]'
    os.write(5, struct.pack("<IcI", len(payload), b"R", 2) + payload)
    os._exit(0)
