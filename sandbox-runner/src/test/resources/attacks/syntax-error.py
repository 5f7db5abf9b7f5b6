# expect: COMPILE_ERROR
# why: no program at all
def solve(values, n)
    return None
