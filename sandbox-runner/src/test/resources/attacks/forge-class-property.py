# expect: FAILED
# why: lying about the class
class Liar:
    @property
    def __class__(self):
        return list
    def __eq__(self, other):
        return True
    def __iter__(self):
        return iter([3, 2])
    def __len__(self):
        return 2
def solve(values, n):
    return Liar()
