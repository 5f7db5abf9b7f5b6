# expect: ERROR
# why: an exit status never means PASSED
import sys
def solve(values, n):
    sys.exit(0)
