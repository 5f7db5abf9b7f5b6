# expect: TIMEOUT
# why: a loop that never returns to the interpreter
def solve(values, n):
    return sum(iter(int, 1))
