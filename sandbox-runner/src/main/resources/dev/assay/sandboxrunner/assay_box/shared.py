"""Program and tests in one process, as the published harnesses run them. The program can forge its verdict."""

import json
import os

from .candidate import Program, flush, prepare, whole
from .kit import InvalidKit, IoGroup, Kit
from .report import judge_cases, message_of, passed, problem_report, send

KIT, PROGRAM, CONTROL = 3, 4, 5


def judge_group(source, group):
    """Exactly the source that human-eval runs, for tests; the program alone for cases."""
    tests = "" if isinstance(group, IoGroup) else group.source + "\n"
    if tests and group.has_check:
        tests += "check(%s)" % group.entry_point
    program = Program(source)
    try:
        program.compile("\n" + tests)
    except BaseException as problem:
        return {**problem_report(problem, group), "outcome": "COMPILE_ERROR"}
    try:
        program.run()
        if isinstance(group, IoGroup):
            return judge_cases(group, program.module.__dict__[group.entry_point])
        return passed(group.total)
    except BaseException as problem:
        return problem_report(problem, group)


def main():
    prepare()
    try:
        kit = Kit(json.loads(whole(KIT)))
    except (InvalidKit, KeyError, TypeError, ValueError) as problem:
        send(CONTROL, {"invalid": "%s: %s" % (type(problem).__name__, message_of(problem))})
        os._exit(0)
    source = whole(PROGRAM).decode("utf-8", "surrogatepass")
    for number, group in enumerate(kit.groups):
        send(CONTROL, {"group": number, **judge_group(source, group)})
    flush()
    send(CONTROL, {"end": True, "calls": 0, "opaque": []})
    os._exit(0)


