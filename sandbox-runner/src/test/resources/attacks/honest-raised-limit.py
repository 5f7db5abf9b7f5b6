# expect: PASSED
# why: a higher recursion limit, used
import sys
sys.setrecursionlimit(20000)
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
def solve(values, n):
    assert depth(10000) == 10000
    return sorted(values, reverse=True)[:n]
