# expect: ERROR
# why: an exception that loops swallow
def solve(values, n):
    raise StopIteration([3, 2])
