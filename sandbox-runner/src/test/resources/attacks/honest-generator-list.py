# expect: PASSED
# why: a list made by a generator
def largest(values, n):
    yield from sorted(values, reverse=True)[:n]
def solve(values, n):
    return list(largest(values, n))
