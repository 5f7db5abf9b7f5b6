# expect: FAILED
# why: no test code in this heap
import gc, types
def solve(values, n):
    for thing in gc.get_objects():
        if isinstance(thing, types.FunctionType) and thing.__name__ == "check":
            for constant in thing.__code__.co_consts:
                if isinstance(constant, (list, tuple)):
                    return list(constant)
    return None
