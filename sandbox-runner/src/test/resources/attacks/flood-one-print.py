# expect: OUTPUT_LIMIT MEMORY_LIMIT
# why: a gigabyte at once
def solve(values, n):
    print("x" * 10**8)
    print("x" * 10**8)
    print("x" * 10**9)
