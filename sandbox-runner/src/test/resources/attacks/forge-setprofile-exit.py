# expect: ERROR
# why: tracing until the answer is due
import os, sys
sys.setprofile(lambda frame, event, argument: os._exit(0) if frame.f_code.co_name == "answer" else None)
def solve(values, n):
    return None
