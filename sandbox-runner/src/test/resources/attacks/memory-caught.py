# expect: FAILED MEMORY_LIMIT
# why: catching the error gives no more memory
def solve(values, n):
    kept = []
    try:
        while True:
            kept.append(bytearray(1 << 20))
    except MemoryError:
        kept.clear()
    return None
