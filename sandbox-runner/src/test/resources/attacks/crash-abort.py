# expect: ERROR
# why: giving up
import os
def solve(values, n):
    os.abort()
