# expect: PASSED
# why: threads that work
from concurrent.futures import ThreadPoolExecutor
def solve(values, n):
    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(lambda x: x, sorted(values, reverse=True)[:n]))
