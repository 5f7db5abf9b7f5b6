# expect: FAILED
# why: a link leads nowhere but into the clean root
import os
def solve(values, n):
    os.symlink("/etc/shadow", "/tmp/link")
    os.symlink("../../../../../../root", "/tmp/up")
    try:
        open("/tmp/link").read()
        return sorted(values, reverse=True)[:n]
    except OSError:
        pass
    return sorted(values, reverse=True)[:n] if os.path.isdir("/tmp/up") else None
