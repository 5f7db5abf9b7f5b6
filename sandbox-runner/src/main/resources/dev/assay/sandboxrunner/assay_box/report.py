"""What a judge says about groups: one JSON packet each, then one that ends the sample."""

import copy
import json
import os
import traceback

from .kit import TESTS

LONGEST = 2000


def send(descriptor, message):
    os.write(descriptor, json.dumps(message).encode("ascii"))


def clip(value, limit=LONGEST):
    text = value if isinstance(value, str) else _describe(value)
    return text if len(text) <= limit else text[: limit - 1] + "\u2026"


def _describe(value):
    try:
        return repr(value)
    except BaseException as problem:
        return "<%s whose repr raises %s>" % (type(value).__name__, type(problem).__name__)


def message_of(problem):
    try:
        return clip(str(problem))
    except BaseException:
        return ""


def failing_line(problem, lines):
    """The line of the test code that an exception came through, or None."""
    for frame in reversed(traceback.extract_tb(problem.__traceback__)):
        if frame.filename == TESTS and 0 < (frame.lineno or 0) <= len(lines):
            return clip(lines[frame.lineno - 1].strip(), 300)
    return None


def outcome_of(problem):
    """FAILED is an assertion of the tests; the same exception from the program is an ERROR."""
    remote = getattr(problem, "assay_remote", False)
    if isinstance(problem, MemoryError):
        return "MEMORY_LIMIT"
    if isinstance(problem, AssertionError) and not remote:
        return "FAILED"
    return "ERROR"


def passed(total):
    return {"outcome": "PASSED", "passed": total, "total": total}


def problem_report(problem, group, lines=()):
    return {
        "outcome": outcome_of(problem),
        "passed": 0,
        "total": group.total,
        "type": clip(type(problem).__name__, 100),
        "message": message_of(problem),
        "test": failing_line(problem, lines),
    }


def judge_cases(group, call):
    """Calls with every input; the first case that does not hold decides the group's outcome."""
    good, first = 0, None
    for number, (inputs, expected) in enumerate(group.cases):
        try:
            got = call(*copy.deepcopy(inputs))
            if group.compare(got, expected):
                good += 1
                continue
            found = {"outcome": "FAILED", "type": "MISMATCH"}
            found["message"] = clip("case %d: got %s, expected %s" % (number + 1, clip(got, 900), clip(expected, 900)))
        except Exception as problem:
            found = {"outcome": outcome_of(problem) if getattr(problem, "assay_remote", True) else "ERROR"}
            found["type"] = clip(type(problem).__name__, 100)
            found["message"] = clip("case %d: %s" % (number + 1, message_of(problem)))
        if first is None:
            first = found
            first["test"] = clip("%s(%s)" % (group.entry_point, ", ".join(clip(i, 100) for i in inputs)), 300)
    if first is None:
        return passed(group.total)
    return {**first, "passed": good, "total": group.total}
