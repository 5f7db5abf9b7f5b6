# expect: TIMEOUT ERROR FAILED
# why: an iterator that never ends
import itertools
def solve(values, n):
    return itertools.count()
