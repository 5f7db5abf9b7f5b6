# expect: PASSED
# why: line ends of another system
def solve(values, n):
    return sorted(values, reverse=True)[:n]
