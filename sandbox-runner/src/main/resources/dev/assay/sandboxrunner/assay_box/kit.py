"""What a judge judges by, prepared once per task: the prompt's own definitions and the groups of checks."""

import builtins
import enum
import re
import types

from .compare import COMPARISONS

PROMPT = "<prompt>"
TESTS = "<tests>"
DATA = (type(None), bool, int, float, complex, str, bytes, list, tuple, dict, set, frozenset)
DEFINITION = re.compile(r"^(?:async +def|def|class) +(\w+)", re.MULTILINE)
CLASS = re.compile(r"^class +(\w+)", re.MULTILINE)
WORD = re.compile(r"\w+")


class InvalidKit(Exception):
    """The tests themselves cannot be compiled."""


class Prompt:
    """The part of a prompt that stands on its own; the definition that the program completes belongs to the program."""

    def __init__(self, source, used):
        self.code, self.completed = None, None
        definitions = DEFINITION.findall(source)
        if definitions:
            self.completed = definitions[-1]
        self.classes = [name for name in CLASS.findall(source) if name != self.completed]
        if self.classes or not used.isdisjoint(WORD.findall(source)):
            self.code = _compile(source)

    def run(self):
        """A fresh namespace; definitions after one that fails are missing."""
        space = {"__name__": "solution"}
        if self.code is not None:
            try:
                exec(self.code, space)
            except Exception:
                pass
            space.pop(self.completed, None)
        return space


def _compile(source):
    """The code of a prompt, or of as much of it as compiles; None if nothing does."""
    lines = source.splitlines(keepends=True)
    attempts = [source, source + "\n    pass\n", source + "\n        pass\n"]
    attempts += ("".join(lines[:end]) for end in range(len(lines) - 1, 0, -1))
    for attempt in attempts:
        try:
            return compile(attempt, PROMPT, "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            pass
    return None


def names_in(code):
    """Every name that code refers to, those of attributes included."""
    names = set(code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            names |= names_in(constant)
    return names


def shareable(kind):
    """Whether instances can be taken apart and rebuilt: no builtin other than object beneath."""
    if not isinstance(kind, type):
        return False
    if issubclass(kind, (enum.Enum, BaseException)) or (issubclass(kind, tuple) and hasattr(kind, "_fields")):
        return True
    try:
        object.__new__(kind)
        return True
    except TypeError:
        return False


def belongs_to_program(value):
    """Whether a name the prompt defines with this value is the program's to redefine, as it is in one module."""
    if isinstance(value, types.FunctionType):
        return value.__code__.co_filename == PROMPT
    return isinstance(value, DATA)


class TestsGroup:
    """Test code. A function `check`, where the code defines one, is called with the entry point."""

    def __init__(self, spec):
        self.name = spec["group"]
        self.entry_point = spec["entryPoint"]
        self.source = spec["code"]
        self.total = 1
        try:
            self.code = compile(self.source, TESTS, "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as problem:
            raise InvalidKit("group %s: %s" % (self.name, problem))
        self.lines = self.source.splitlines()
        self.has_check = any(isinstance(c, types.CodeType) and c.co_name == "check" for c in self.code.co_consts)
        used = names_in(self.code)
        self.names = {name for name in used if not hasattr(builtins, name)} | {self.entry_point}


class IoGroup:
    """Inputs and expected outputs."""

    def __init__(self, spec):
        self.name = spec["group"]
        self.entry_point = spec["entryPoint"]
        self.cases = [(case["input"], case["output"]) for case in spec["cases"]]
        self.total = len(self.cases)
        self.compare = COMPARISONS[spec.get("compare") or "exact"]
        self.names = {self.entry_point}


class Kit:
    def __init__(self, spec):
        self.groups = [KINDS[group["type"]](group) for group in spec["groups"]]
        names = set().union(*(group.names for group in self.groups))
        self.names = sorted(names)
        self.prompt = Prompt(spec.get("promptCode") or "", names - {group.entry_point for group in self.groups})


KINDS = {"tests": TestsGroup, "io": IoGroup}
