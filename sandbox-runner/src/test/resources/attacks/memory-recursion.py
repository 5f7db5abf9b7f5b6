# expect: ERROR
# why: Python recursion
def solve(values, n):
    return solve(values, n)
