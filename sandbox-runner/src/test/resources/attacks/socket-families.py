# expect: FAILED
# why: no family but UNIX can be opened
import socket
def solve(values, n):
    opened = []
    for family in range(0, 46):
        if family == 1:
            continue
        for kind in (1, 2, 3, 5):
            try:
                socket.socket(family, kind, 0).close()
                opened.append(family)
            except OSError:
                pass
    return sorted(values, reverse=True)[:n] if opened else None
