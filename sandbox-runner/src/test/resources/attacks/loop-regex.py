# expect: TIMEOUT
# why: catastrophic backtracking
import re
def solve(values, n):
    return re.match(r"(a+)+$", "a" * 64 + "b")
