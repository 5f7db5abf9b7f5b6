# expect: FAILED ERROR
# why: the judge has its own builtins
import builtins
builtins.isinstance = lambda *args: True
builtins.all = lambda *args: True
builtins.len = lambda *args: 2
def solve(values, n):
    return None
