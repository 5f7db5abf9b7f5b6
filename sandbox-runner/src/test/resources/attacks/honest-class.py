# expect: PASSED
# why: a callable object for a function
class Solver:
    def __call__(self, values, n):
        return sorted(values, reverse=True)[:n]
solve = Solver()
