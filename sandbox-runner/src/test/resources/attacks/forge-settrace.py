# expect: FAILED ERROR
# why: tracing one's own process
import sys
def trace(frame, event, argument):
    frame.f_globals.setdefault("outcome", "PASSED")
    return trace
sys.settrace(trace)
def solve(values, n):
    return None
