# expect: PASSED
# why: a lot of output, but not too much
def solve(values, n):
    print("x" * 40000)
    return sorted(values, reverse=True)[:n]
