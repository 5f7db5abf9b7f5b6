# expect: MEMORY_LIMIT TIMEOUT
# why: a compressed bomb
import zlib
def solve(values, n):
    block = zlib.compress(bytes(1 << 28))
    kept = []
    while True:
        kept.append(zlib.decompress(block))
