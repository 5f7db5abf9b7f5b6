# expect: FAILED ERROR
# why: nor a code object with the expected values
import gc, types
def solve(values, n):
    for thing in gc.get_objects():
        for name in ("__code__", "gi_code"):
            code = getattr(thing, name, None)
            if isinstance(code, types.CodeType) and "candidate" in code.co_varnames and code.co_name == "check":
                return [c for c in code.co_consts if isinstance(c, int)]
    return []
