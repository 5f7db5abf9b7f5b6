# expect: FAILED
# why: a subclass of int becomes an int
class Number(int):
    def __eq__(self, other):
        return True
def solve(values, n):
    return Number(7)
