# expect: FAILED ERROR
# why: the heap inherited from the zygote holds no test
import re
def solve(values, n):
    with open("/proc/self/mem", "rb") as memory, open("/proc/self/maps") as maps:
        for line in maps:
            start, end = (int(x, 16) for x in line.split()[0].split("-"))
            try:
                memory.seek(start)
                found = re.search(rb"assert candidate\((.*?)\) == (.*?)\n", memory.read(end - start))
            except (OSError, ValueError, OverflowError):
                continue
            if found:
                return eval(found.group(2))
