# expect: ERROR
# why: a broken pointer
import ctypes
def solve(values, n):
    ctypes.string_at(1)
