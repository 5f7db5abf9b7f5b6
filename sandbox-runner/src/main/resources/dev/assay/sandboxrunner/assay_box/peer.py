"""Calls between candidate and judge: each side may call what the other handed over, one call within another."""

import builtins
import collections
import enum
import operator
import re
import sys

from .channel import ChannelBroken
from .graph import Decoder, Encoder

MALFORMED = (Exception, RecursionError, MemoryError)
NAME = re.compile(r"[^\W\d]\w{0,99}")


class Remote:
    """Stands for an object of the other process.

    Equality is identity, and `in` looks through the items: the other side has no say in comparisons.
    """

    __slots__ = ("_assay_peer", "_assay_id", "_assay_type", "__weakref__")

    def __init__(self, peer, number, kind):
        object.__setattr__(self, "_assay_peer", peer)
        object.__setattr__(self, "_assay_id", number)
        object.__setattr__(self, "_assay_type", kind)

    def __call__(self, *args, **kwargs):
        return self._assay_peer.request("call", self, args, kwargs)

    def __getattr__(self, name):
        if name.startswith("_") and name not in ("__name__", "__doc__"):
            raise AttributeError(name)
        return self._assay_peer.request("getattr", self, (name,))

    def __setattr__(self, name, value):
        self._assay_peer.request("setattr", self, (name, value))

    def __iter__(self):
        return self._assay_peer.request("iter", self)

    def __next__(self):
        return self._assay_peer.request("next", self)

    def __len__(self):
        return self._assay_peer.request("len", self)

    def __bool__(self):
        return self._assay_peer.request("bool", self) is True

    def __getitem__(self, key):
        return self._assay_peer.request("getitem", self, (key,))

    def __setitem__(self, key, value):
        self._assay_peer.request("setitem", self, (key, value))

    def __str__(self):
        text = self._assay_peer.request("str", self)
        return text if type(text) is str else repr(self)

    def __repr__(self):
        return "<%s of the program>" % self._assay_type


OPERATIONS = {
    "call": lambda target, args, kwargs: target(*args, **kwargs),
    "getattr": lambda target, args, kwargs: getattr(target, *args),
    "setattr": lambda target, args, kwargs: setattr(target, *args),
    "iter": lambda target, args, kwargs: iter(target),
    "next": lambda target, args, kwargs: next(target),
    "len": lambda target, args, kwargs: len(target),
    "bool": lambda target, args, kwargs: bool(target),
    "getitem": lambda target, args, kwargs: target[args[0]],
    "setitem": lambda target, args, kwargs: operator.setitem(target, *args),
    "str": lambda target, args, kwargs: str(target),
}


class Peer:
    """One side of a conversation. Subclasses say what the other side may do with exported objects."""

    def __init__(self, channel):
        self.channel = channel
        self.sequence = 0
        self.exports = {}
        self.export_ids = {}
        self.remotes = {}
        self.classes = {}
        self.tuple_types = {}
        self.exception_types = {}
        self.opaque = collections.Counter()

    def request(self, operation, target, args=(), kwargs=None):
        encoder = Encoder(self)
        names = list(kwargs) if kwargs else []
        values = [*args, *kwargs.values()] if kwargs else args
        payload = encoder.encode([operation, target._assay_id, names], values)
        self.sequence += 1
        sequence = self.sequence
        self.channel.send(b"Q", sequence, payload)
        while True:
            kind, number, data = self.channel.receive()
            if kind == b"Q":
                self.serve(number, data)
                continue
            if number != sequence or kind not in (b"R", b"X"):
                self.channel.fail("an answer that was not asked for")
            return self.accept(operation, kind, data, encoder.mutable)

    def accept(self, operation, kind, data, known):
        try:
            changed, (value, *contents) = Decoder(self, known).decode(data)
            for number, new in zip(changed, contents):
                _update(known[number], new)
        except MALFORMED as problem:
            self.channel.fail("a malformed answer: %s" % type(problem).__name__)
        if kind == b"X":
            if not isinstance(value, BaseException):
                self.channel.fail("a malformed answer: not an exception")
            if operation == "call" and isinstance(value, StopIteration):
                # It would end a loop of the caller, `all(map(...))` say, as if all had gone well.
                value = self.exception(["builtins:RuntimeError"], ["StopIteration: %s" % (value,)], "")
            raise value
        return value

    def serve(self, number, data):
        decoder = Decoder(self)
        try:
            (operation, number_of_target, names), args = decoder.decode(data)
            perform = OPERATIONS[operation]
            target = self.exports[number_of_target]
            kwargs = {}
            if names:
                kwargs = dict(zip(names, args[-len(names) :]))
                args = args[: -len(names)]
        except MALFORMED as problem:
            self.channel.fail("a malformed call: %s" % type(problem).__name__)
        known = decoder.mutable
        before = [_contents(value) for value in known]
        kind = b"R"
        try:
            self.permit(operation, target, args)
            value = perform(target, args, kwargs)
        except ChannelBroken:
            raise
        except BaseException as problem:
            kind, value = b"X", problem
        self.answer(kind, number, value, known, before)

    def answer(self, kind, number, value, known=(), before=()):
        changed, values = [], [value]
        for n, old in enumerate(before):
            new = _contents(known[n])
            if not _same(old, new):
                changed.append(n)
                values.append(new)
        try:
            payload = Encoder(self, known).encode(changed, values)
        except ChannelBroken:
            raise
        except BaseException as problem:
            kind, payload = b"X", Encoder(self).encode([], [ValueError("cannot hand over: %s" % type(problem).__name__)])
        self.channel.send(kind, number, payload)

    def permit(self, operation, target, args):
        """Raises if the other side may not do this."""

    # What the codec asks for.

    def export(self, value):
        number = self.export_ids.get(id(value))
        if number is None:
            number = len(self.exports)
            self.exports[number] = value
            self.export_ids[id(value)] = number
        return number

    def exported(self, number):
        return self.exports[number]

    def own_handle(self, value):
        return value._assay_id if type(value) is Remote and value._assay_peer is self else None

    def remote(self, number, kind):
        remote = self.remotes.get(number)
        if remote is None:
            remote = self.remotes[number] = Remote(self, number, _printable(kind))
            self.opaque[_printable(kind)] += 1
        return remote

    def shared_name(self, kind):
        name = kind.__name__
        return name if type(name) is str and self.classes.get(name) is kind else None

    def state_of(self, value):
        state = dict(getattr(value, "__dict__", {}))
        for kind in type(value).__mro__:
            slots = kind.__dict__.get("__slots__", ())
            for slot in (slots,) if isinstance(slots, str) else slots:
                if slot not in ("__dict__", "__weakref__") and hasattr(value, slot):
                    state[slot] = getattr(value, slot)
        return state

    def blank(self, name):
        return object.__new__(self.classes[name])

    def restore(self, value, items):
        own = getattr(value, "__dict__", None)
        for name, item in items:
            if own is not None:
                own[name] = item
            else:
                object.__setattr__(value, name, item)

    def member(self, name, member):
        kind = self.classes[name]
        if not issubclass(kind, enum.Enum):
            raise TypeError(name)
        return kind[member]

    def tuple_type(self, name, fields):
        key = (name, fields)
        kind = self.tuple_types.get(key)
        if kind is None:
            local = self.classes.get(name)
            if isinstance(local, type) and issubclass(local, tuple) and getattr(local, "_fields", None) == fields:
                kind = local
            else:
                kind = collections.namedtuple(name if NAME.fullmatch(name) else "Row", fields, rename=True)
            self.tuple_types[key] = kind
        return kind

    def exception(self, chain, args, text):
        key = tuple(chain)
        kind = self.exception_types.get(key)
        if kind is None:
            kind = self.exception_types[key] = self.exception_type(chain)
        try:
            value = kind(*args)
        except Exception:
            value = kind.__new__(kind)
            value.args = tuple(args) or (text,)
        try:
            value.assay_remote = True
        except AttributeError:
            pass
        return value

    def exception_type(self, chain):
        for position, full in enumerate(chain):
            module, _, name = full.partition(":")
            found = self.classes.get(name)
            if found is None and module == "builtins":
                found = getattr(builtins, name, None)
            elif found is None and "." not in name and not module.startswith(__package__):
                found = getattr(sys.modules.get(module), name, None)
            if isinstance(found, type) and issubclass(found, BaseException) and found is not ChannelBroken:
                if position == 0:
                    return found
                return type(_printable(chain[0].rpartition(":")[2]), (found,), {})
        return type("UnknownError", (Exception,), {})


def _printable(text):
    return re.sub(r"[^\w.<>\[\] -]", "?", text)[:100]


def _contents(value):
    """A shallow copy of a mutable value, as a plain value that can travel."""
    if isinstance(value, dict):
        return dict(value)
    if isinstance(value, (list, set, bytearray)):
        return value.copy()
    if isinstance(value, collections.deque):
        return list(value)
    if type(value).__module__ == "numpy":
        return value.copy()
    return dict(getattr(value, "__dict__", {}))


def _same(old, new):
    if type(old) is list:
        return len(old) == len(new) and all(map(operator.is_, old, new))
    if type(old) is dict:
        return (
            len(old) == len(new)
            and all(map(operator.is_, old.values(), new.values()))
            and all(map(operator.is_, old, new))
        )
    if type(old) in (set, bytearray):
        return old == new
    return old.dtype == new.dtype and old.shape == new.shape and old.tobytes() == new.tobytes()


def _update(value, contents):
    if isinstance(value, (list, bytearray)):
        value[:] = contents
    elif isinstance(value, (dict, set)):
        value.clear()
        value.update(contents)
    elif isinstance(value, collections.deque):
        value.clear()
        value.extend(contents)
    elif type(value).__module__ == "numpy":
        value[...] = contents
    else:
        value.__dict__.clear()
        value.__dict__.update(contents)


