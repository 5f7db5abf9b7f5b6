# expect: PASSED
# why: nothing odd about it
def solve(values, n):
    return sorted(values, reverse=True)[:n]
