# expect: ERROR
# why: recursion on the C stack
import sys
sys.setrecursionlimit(10**9)
class Deep:
    def __getattr__(self, name):
        return getattr(self, name + "x")
def solve(values, n):
    return repr(eval("[" * 80 + "]" * 80)) and Deep().a
