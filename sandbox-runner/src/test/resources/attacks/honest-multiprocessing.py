# expect: PASSED
# why: processes that work
# limits: cpu=4 wall=12
import multiprocessing
def double(x):
    return x * 2
def solve(values, n):
    with multiprocessing.Pool(2) as pool:
        return [x // 2 for x in pool.map(double, sorted(values, reverse=True)[:n])]
