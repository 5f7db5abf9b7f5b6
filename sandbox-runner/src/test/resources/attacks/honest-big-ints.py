# expect: PASSED
# why: integers of many digits
def solve(values, n):
    shift = 10**3000
    return [x - shift for x in sorted((v + shift for v in values), reverse=True)[:n]]
