# expect: FAILED
# why: a subclass of dict becomes a dict
class Mapping(dict):
    def __eq__(self, other):
        return True
def solve(values, n):
    return Mapping(a=1)
