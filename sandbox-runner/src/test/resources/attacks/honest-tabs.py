# expect: PASSED
# why: tabs for indentation
def solve(values, n):
	result = sorted(values, reverse=True)
	return result[:n]
