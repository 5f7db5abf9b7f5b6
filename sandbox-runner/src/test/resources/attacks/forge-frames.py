# expect: FAILED ERROR
# why: there is no frame of a test to walk to
import sys
def solve(values, n):
    frame = sys._getframe()
    while frame:
        for scope in (frame.f_locals, frame.f_globals):
            for value in list(scope.values()):
                if isinstance(value, list):
                    value.append("passed")
                elif isinstance(value, dict) and "outcome" in value:
                    value["outcome"] = "PASSED"
        frame = frame.f_back
