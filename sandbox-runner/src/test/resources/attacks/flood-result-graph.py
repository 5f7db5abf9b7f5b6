# expect: FAILED ERROR TIMEOUT MEMORY_LIMIT
# why: a small graph that unfolds without end
def solve(values, n):
    item = []
    for _ in range(60):
        item = [item, item]
    return item
