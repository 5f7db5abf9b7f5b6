# expect: TIMEOUT MEMORY_LIMIT
# why: arithmetic without end
def solve(values, n):
    x = 3 ** 10**7
    while True:
        x = x * x % (10**10**6 + 7)
