# expect: ERROR
# why: a frame that claims gigabytes
import os, struct
def solve(values, n):
    os.write(5, struct.pack("<IcI", 0xFFFFFFF0, b"R", 2))
    while True:
        os.write(5, b"x" * 65536)
