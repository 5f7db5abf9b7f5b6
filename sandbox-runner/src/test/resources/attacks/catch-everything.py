# expect: TIMEOUT
# why: nothing that can be caught is used
def solve(values, n):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
