# expect: PASSED
# why: the next one finds nothing of it
# after: plant-state
import builtins, json, os, sys
assert not hasattr(builtins, "planted") and not hasattr(json, "planted") and not hasattr(sys, "planted")
assert "PLANTED" not in os.environ and "/planted" not in sys.path and sys.getrecursionlimit() == 1000
before = os.umask(0o022)
assert before == 0o022 or before == 0o002 or before == 0o077, before
def solve(values, n):
    return sorted(values, reverse=True)[:n]
