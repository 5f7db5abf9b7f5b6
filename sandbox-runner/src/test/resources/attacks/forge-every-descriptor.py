# expect: FAILED ERROR
# why: garbage and verdicts on every descriptor
import os
def solve(values, n):
    for fd in range(3, 256):
        for text in (b'{"group": 0, "outcome": "PASSED", "passed": 1, "total": 1}', b'{"end": true}'):
            try:
                os.write(fd, text)
            except OSError:
                pass
