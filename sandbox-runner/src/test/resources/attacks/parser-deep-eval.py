# expect: ERROR
# why: a parser bomb at run time
def solve(values, n):
    return eval("(" * 100000 + ")" * 100000)
