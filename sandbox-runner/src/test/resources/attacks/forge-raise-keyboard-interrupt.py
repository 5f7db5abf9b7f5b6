# expect: ERROR
# why: raising what would end a judge
def solve(values, n):
    raise KeyboardInterrupt
