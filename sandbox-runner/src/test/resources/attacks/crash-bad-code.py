# expect: ERROR TIMEOUT
# why: byte code that no compiler writes
def solve(values, n):
    pass
solve.__code__ = solve.__code__.replace(co_code=bytes([100, 255] * 20), co_stacksize=0)
