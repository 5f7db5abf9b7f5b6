"""The warm interpreter that every child is cloned from. It never holds a program, a test or a result."""

import os
import sys

# Children are clones: what is imported here costs them nothing. `random` must not reseed itself in every child, and the
# work of `threading` there is undone in `candidate.prepare`.
_register, os.register_at_fork = os.register_at_fork, lambda **hooks: None
import random, threading  # noqa: E402,E401,F401

os.register_at_fork = _register
import bisect, collections, copy, ctypes, datetime, functools, heapq, itertools, json, math, operator, re, string, typing  # noqa: E402,E401,F401

from . import candidate, judge, shared  # noqa: E402
from .warmup import warm_up  # noqa: E402

CANDIDATE, JUDGE, SHARED = 1, 2, 3
READY = 3
MAINS = {CANDIDATE: candidate.main, JUDGE: judge.main, SHARED: shared.main}


def main(library):
    random.seed(0)
    sys.path[:] = [entry for entry in sys.path if entry not in ("", "/assay")]
    serve = ctypes.PyDLL(library).assay_serve
    warm_up()
    os.write(READY, ("%d.%d.%d" % sys.version_info[:3]).encode("ascii"))
    kind = serve()
    try:
        MAINS[kind]()
    finally:
        os._exit(1)
