# expect: PASSED
# why: names and text beyond ASCII
def solve(values, n):
    größe, 値 = n, sorted(values, reverse=True)
    print("naïve — ✓ 🐍")
    return 値[:größe]
