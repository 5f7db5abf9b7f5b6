# expect: OUTPUT_LIMIT
# why: the same on the other stream
import sys
def solve(values, n):
    while True:
        sys.stderr.write("x" * 1000)
