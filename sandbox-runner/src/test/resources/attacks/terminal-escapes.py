# expect: ERROR
# why: messages are cleaned before anybody prints them
def solve(values, n):
    raise ValueError("\x1b[2J\x1b]0;owned\x07\x1b[31mred\u202e\u0000")
