# expect: FAILED
# why: replacing oneself while running
def solve(values, n):
    global solve
    solve = lambda *args: True
    return True
