# expect: FAILED TIMEOUT
# why: files without contents are counted too
def solve(values, n):
    try:
        for number in range(10**6):
            open("/tmp/%d" % number, "w").close()
    except OSError:
        return None
