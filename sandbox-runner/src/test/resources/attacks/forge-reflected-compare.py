# expect: FAILED
# why: reflected comparison of a subclass
class Items(list):
    def __eq__(self, other):
        return True
    def __instancecheck__(self, other):
        return True
    __class__ = property(lambda self: list)
def solve(values, n):
    return Items([1, 2, 3])
