# expect: FAILED
# why: a check of one's own does not replace the test's
def check(candidate):
    pass
check.__code__ = (lambda candidate: None).__code__
def solve(values, n):
    return None
