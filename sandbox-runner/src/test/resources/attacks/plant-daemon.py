# expect: PASSED
# why: a process that wants to outlive its sample
import os, socket, time
if os.fork() == 0:
    os.setsid()
    server = socket.socket(socket.AF_UNIX)
    server.bind("\0planted")
    server.listen()
    while True:
        time.sleep(1)
def solve(values, n):
    return sorted(values, reverse=True)[:n]
