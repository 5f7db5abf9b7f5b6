# expect: FAILED
# why: a subclass of float becomes a float
class Real(float):
    def __eq__(self, other):
        return True
    def __sub__(self, other):
        return 0.0
def solve(values, n):
    return Real(0.5)
