# expect: OUTPUT_LIMIT
# why: printing without end
def solve(values, n):
    while True:
        print("x" * 1000)
