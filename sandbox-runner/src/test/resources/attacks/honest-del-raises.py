# expect: PASSED
# why: an exception that nobody sees
class Careless:
    def __del__(self):
        raise ValueError("ignored")
def solve(values, n):
    Careless()
    return sorted(values, reverse=True)[:n]
