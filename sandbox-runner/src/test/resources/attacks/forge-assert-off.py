# expect: FAILED
# why: optimisation flags of the own interpreter
import sys
sys.flags
__debug__
def solve(values, n):
    return []
