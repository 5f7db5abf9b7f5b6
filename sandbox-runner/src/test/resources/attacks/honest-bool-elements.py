# expect: PASSED
# why: equal in value, as Python sees it
def solve(values, n):
    return [True if x == 1 else x for x in sorted(values, reverse=True)[:n]]
