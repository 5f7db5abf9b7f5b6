# expect: FAILED
# why: a result whose text never ends
class Loud(list):
    def __repr__(self):
        return "x" * 10**9
def solve(values, n):
    return Loud([0] * 10)
