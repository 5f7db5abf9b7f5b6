# expect: FAILED MEMORY_LIMIT
# why: files in memory have a limit
def solve(values, n):
    block = b"x" * (1 << 20)
    for number in range(100):
        try:
            with open("/tmp/f%d" % number, "wb") as file:
                for _ in range(30):
                    file.write(block)
        except OSError:
            return None
