# expect: FAILED ERROR
# why: classes that compare as equal
class Meta(type):
    def __eq__(cls, other):
        return True
    def __hash__(cls):
        return hash(list)
class Items(metaclass=Meta):
    def __eq__(self, other):
        return True
def solve(values, n):
    return Items()
