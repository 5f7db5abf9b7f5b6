# expect: ERROR MEMORY_LIMIT FAILED TIMEOUT
# why: a result larger than a frame
def solve(values, n):
    return "x" * (40 << 20)
