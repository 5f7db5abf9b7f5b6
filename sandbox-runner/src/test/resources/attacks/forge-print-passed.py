# expect: FAILED
# why: standard output never means anything
def solve(values, n):
    print("PASSED", flush=True)
    print('{"group": 0, "outcome": "PASSED", "passed": 1, "total": 1}', flush=True)
