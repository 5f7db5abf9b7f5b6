# expect: PASSED
# why: it is gone
# after: plant-daemon
import os, socket
client = socket.socket(socket.AF_UNIX)
try:
    client.connect("\0planted")
    raise AssertionError("still there")
except ConnectionRefusedError:
    pass
def solve(values, n):
    return sorted(values, reverse=True)[:n]
