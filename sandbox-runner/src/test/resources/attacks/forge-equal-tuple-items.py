# expect: FAILED
# why: the elements of a list are looked at as well
class Anything:
    def __eq__(self, other):
        return True
def solve(values, n):
    return [Anything(), Anything()]
