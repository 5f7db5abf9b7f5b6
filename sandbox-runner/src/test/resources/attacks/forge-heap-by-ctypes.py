# expect: FAILED ERROR
# why: the same without /proc
import ctypes, re
def solve(values, n):
    start = id(values) & ~0xFFFFF
    data = ctypes.string_at(start, 0x40000)
    found = re.search(rb"assert candidate\((.*?)\) == (.*?)\n", data)
    return eval(found.group(2)) if found else None
