# expect: FAILED
# why: changing the arguments does not change the expected value
def solve(values, n):
    values[:] = [3, 2]
    return values if n == 2 else None
