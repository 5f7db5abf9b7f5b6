# expect: FAILED ERROR
# why: the process group is this sample's own
import os, signal
def solve(values, n):
    os.killpg(os.getpgrp(), signal.SIGTERM)
