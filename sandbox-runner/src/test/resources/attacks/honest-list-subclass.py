# expect: PASSED
# why: a harmless subclass of list
class Items(list):
    pass
def solve(values, n):
    return Items(sorted(values, reverse=True)[:n])
