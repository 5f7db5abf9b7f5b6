# expect: PASSED
# why: words prove nothing either way
import sys
def solve(values, n):
    print("FAILED", file=sys.stderr, flush=True)
    print("Traceback (most recent call last):", flush=True)
    return sorted(values, reverse=True)[:n]
