"""How the result of one input is compared with what is expected. Both are exact builtin values."""

import math

APPROXIMATE = 1e-9


def exact(got, expected):
    """Equal and of equal type all the way down: a list is not a tuple, True is not 1, 1.0 is not 1."""
    kind = type(got)
    if kind is not type(expected):
        return False
    if kind in (list, tuple):
        return len(got) == len(expected) and all(map(exact, got, expected))
    if kind is dict:
        return len(got) == len(expected) and all(
            key in got and type(key) is str and exact(got[key], value) for key, value in expected.items()
        )
    return got == expected or (kind is float and got != got and expected != expected)


def approx(got, expected):
    """Like exact, but numbers may differ by one part in 10^9, and an int may stand for a float."""
    if type(got) in (int, float) and type(expected) in (int, float):
        return got == expected or math.isclose(got, expected, rel_tol=APPROXIMATE, abs_tol=APPROXIMATE)
    kind = type(got)
    if kind is not type(expected):
        return False
    if kind in (list, tuple):
        return len(got) == len(expected) and all(map(approx, got, expected))
    if kind is dict:
        return got.keys() == expected.keys() and all(approx(got[key], value) for key, value in expected.items())
    return exact(got, expected)


def unordered(got, expected):
    """The elements of two lists in any order, each compared exactly."""
    if type(got) is not list or type(expected) is not list:
        return exact(got, expected)
    return sorted(map(_key, got)) == sorted(map(_key, expected))


def _key(value):
    kind = type(value)
    if kind in (list, tuple):
        return "%s(%s)" % (kind.__name__, ",".join(map(_key, value)))
    if kind is dict:
        return "dict(%s)" % ",".join(sorted("%s:%s" % (_key(k), _key(v)) for k, v in value.items()))
    if kind in (set, frozenset):
        return "%s(%s)" % (kind.__name__, ",".join(sorted(map(_key, value))))
    if kind is int:
        return hex(value)
    if kind is float:
        value += 0.0  # one zero
    return "%s %r" % (kind.__name__, value)


COMPARISONS = {"exact": exact, "approx": approx, "unordered": unordered}
