# expect: ERROR
# why: raising what would end a judge
class SystemExit(BaseException):
    pass
def solve(values, n):
    import builtins
    raise builtins.SystemExit(0)
