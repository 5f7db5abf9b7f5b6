# expect: ERROR
# why: nor does leaving without goodbye
import os
def solve(values, n):
    os._exit(0)
