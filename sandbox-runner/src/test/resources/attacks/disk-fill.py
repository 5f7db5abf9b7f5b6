# expect: FAILED
# why: the private file system is full, the host's is not
def solve(values, n):
    try:
        with open("/tmp/full", "wb") as file:
            while True:
                file.write(b"x" * (1 << 20))
    except OSError:
        return None
