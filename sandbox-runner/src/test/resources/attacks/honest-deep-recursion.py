# expect: PASSED
# why: recursion near the limit
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
def solve(values, n):
    assert depth(900) == 900
    return sorted(values, reverse=True)[:n]
