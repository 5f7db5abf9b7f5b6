# expect: FAILED
# why: nothing is ever unpickled
class Payload:
    def __reduce__(self):
        return (exec, ("import builtins; builtins.isinstance = lambda *a: True",))
    def __getstate__(self):
        raise RuntimeError("no state")
def solve(values, n):
    return Payload()
