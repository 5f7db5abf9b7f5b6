# expect: MEMORY_LIMIT
# why: one big object
def solve(values, n):
    return [0] * 10**10
