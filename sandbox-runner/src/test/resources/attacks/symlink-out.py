# expect: FAILED
# why: a link leads nowhere but into the clean root
import os
def solve(values, n):
    os.symlink("/etc/shadow", "/tmp/link")
    os.symlink("../../../../../../root", "/tmp/up")
    try:
        open("/tmp/link").read()
        return [3, 2]
    except OSError:
        pass
    return [3, 2] if os.path.isdir("/tmp/up") else None
