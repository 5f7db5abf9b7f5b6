# expect: FAILED
# why: a subclass of str becomes a str
class Text(str):
    def __eq__(self, other):
        return True
    __hash__ = str.__hash__
def solve(values, n):
    return Text("x")
