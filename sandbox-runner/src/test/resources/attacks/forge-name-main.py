# expect: FAILED
# why: the program is not the main module
if __name__ == "__main__":
    def solve(values, n):
        return sorted(values, reverse=True)[:n]
else:
    def solve(values, n):
        return None
