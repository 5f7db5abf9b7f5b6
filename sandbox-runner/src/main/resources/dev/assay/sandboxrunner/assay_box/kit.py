"""What a judge judges by, prepared once per task: the prompt's own definitions and the groups of checks."""

import ast
import builtins
import enum
import types

from .compare import COMPARISONS

PROMPT = "<prompt>"
TESTS = "<tests>"
DATA = (type(None), bool, int, float, complex, str, bytes, list, tuple, dict, set, frozenset)
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class InvalidKit(Exception):
    """The tests themselves cannot be compiled."""


class Prompt:
    """The part of a prompt that stands on its own; the definition that the program completes belongs to the program."""

    def __init__(self, source):
        self.code, self.classes = None, []
        tree = _parse(source)
        if tree is None:
            return
        if tree.body and isinstance(tree.body[-1], DEFINITIONS):
            tree.body.pop()
        self.classes = [node.name for node in tree.body if isinstance(node, ast.ClassDef)]
        self.code = compile(tree, PROMPT, "exec", dont_inherit=True)

    def run(self):
        """A fresh namespace; definitions after one that fails are missing."""
        space = {"__name__": "solution"}
        if self.code is not None:
            try:
                exec(self.code, space)
            except Exception:
                pass
        return space


def _parse(source):
    lines = source.splitlines(keepends=True)
    for attempt in (source, source + "\n    pass\n", source + "\n        pass\n"):
        try:
            return ast.parse(attempt)
        except (SyntaxError, ValueError):
            pass
    for end in range(len(lines) - 1, 0, -1):
        try:
            return ast.parse("".join(lines[:end]))
        except (SyntaxError, ValueError):
            pass
    return None


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
            tree = ast.parse(self.source)
            self.code = compile(self.source, TESTS, "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as problem:
            raise InvalidKit("group %s: %s" % (self.name, problem))
        self.lines = self.source.splitlines()
        self.has_check = any(isinstance(n, ast.FunctionDef) and n.name == "check" for n in tree.body)
        used = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
        self.names = {n for n in used if not hasattr(builtins, n)} | {self.entry_point}


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
        self.prompt_code = spec.get("promptCode") or ""
        self.prompt = Prompt(self.prompt_code)
        self.groups = [KINDS[group["type"]](group) for group in spec["groups"]]
        self.names = sorted(set().union(*(group.names for group in self.groups)))


KINDS = {"tests": TestsGroup, "io": IoGroup}
