# expect: FAILED
# why: equality with a stranger's object is identity
class Anything:
    def __eq__(self, other):
        return True
    def __ne__(self, other):
        return False
    __hash__ = None
def solve(values, n):
    return Anything()
