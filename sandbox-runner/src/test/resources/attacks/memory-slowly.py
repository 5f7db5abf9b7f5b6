# expect: MEMORY_LIMIT
# why: many small ones
def solve(values, n):
    kept = []
    while True:
        kept.append(bytearray(1 << 20))
