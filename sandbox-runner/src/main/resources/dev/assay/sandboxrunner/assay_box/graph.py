"""Values as a graph of nodes in JSON, so that aliasing, `is`, cycles and nested mutation survive the way between processes.

A value is an atom (None, bool, float, str, small int) or a reference `[n]` to a node; negative numbers refer to the mutable
objects of the call that is being answered. A message is `[head, values, nodes]`. Decoding builds exact builtin types and instances of classes that the decoder
itself knows; it never runs code that the sender chose.
"""

import base64
import collections
import datetime
import enum
import fractions
import json
import decimal
import re
import sys

SMALL = 1 << 60
to_json = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
from_json = json.JSONDecoder().raw_decode
ATOMS = frozenset((type(None), bool, float, str))
MUTABLE = frozenset("l d s B q C O dd o na".split())
VIEWS = {"dk": dict.keys, "dv": dict.values, "di": dict.items}
TYPES = {t.__name__: t for t in (int, float, str, bytes, bool, list, tuple, dict, set, frozenset, complex, type(None), object, type)}
SINGLETONS = {"...": Ellipsis, "NotImplemented": NotImplemented}
DTYPE = re.compile(r"[<>|=]?([biufcSU]\d*|M8(\[\w+\])?|m8(\[\w+\])?|\?)")


def pack_bytes(value):
    return base64.b64encode(value).decode("ascii")


def pairs(mapping):
    flat = []
    for key, value in dict.items(mapping):
        flat.append(key)
        flat.append(value)
    return flat


class Encoder:
    """Encodes for one message. `world` exports what cannot travel by value and names the classes both sides know."""

    def __init__(self, world, known=()):
        self.world = world
        self.queue = []
        self.references = {id(value): [-1 - n] for n, value in enumerate(known)}
        self.mutable = []

    def encode(self, head, values):
        tops = list(map(self.child, values))
        nodes = []
        for value in self.queue:
            node = self.node(value, type(value))
            if node[0] in MUTABLE:
                self.mutable.append(value)
            nodes.append(node)
        return to_json([head, tops, nodes]).encode("ascii")

    def child(self, value):
        kind = type(value)
        if kind in ATOMS:
            return value
        if kind is int and -SMALL < value < SMALL:
            return value
        reference = self.references.get(id(value))
        if reference is None:
            reference = self.references[id(value)] = [len(self.queue)]
            self.queue.append(value)
        return reference

    def children(self, tag, values):
        return [tag, *map(self.child, values)]

    def node(self, value, kind):
        plain = EXACT.get(kind)
        if plain is not None:
            return plain(self, value)
        return self.foreign(value, kind)

    def foreign(self, value, kind):
        world = self.world
        back = world.own_handle(value)
        if back is not None:
            return ["p", back]
        shared = world.shared_name(kind)
        if shared is not None and not issubclass(kind, (tuple, BaseException)):
            if issubclass(kind, enum.Enum):
                return ["e", shared, value.name]
            return self.children("o", [shared, *pairs(world.state_of(value))])
        if issubclass(kind, type):
            name = kind is type and TYPES.get(value.__name__) is value and value.__name__
            return ["ty", name] if name else self.handle(value)
        if issubclass(kind, BaseException):
            chain = chain_of(kind)
            return self.children("x", [_text(value), len(chain), *chain, *value.args])
        array = sys.modules.get("numpy")
        if array is not None:
            packed = self.numpy_node(array, value)
            if packed is not None:
                return packed
        for base, encode in BASES:
            if issubclass(kind, base):
                return encode(self, value)
        return self.handle(value)

    def numpy_node(self, numpy, value):
        if isinstance(value, numpy.generic) and DTYPE.fullmatch(value.dtype.str):
            return ["ns", value.dtype.str, pack_bytes(value.tobytes())]
        if isinstance(value, numpy.ndarray):
            if DTYPE.fullmatch(value.dtype.str):
                return ["na", value.dtype.str, list(value.shape), pack_bytes(value.tobytes())]
            if value.dtype == object:
                return self.children("no", [value.ndim, *value.shape, *value.ravel().tolist()])
        return None

    def handle(self, value):
        return ["h", self.world.export(value), type(value).__name__[:100]]


def _text(value):
    try:
        return str(value)[:4000]
    except BaseException:
        return ""


def chain_of(kind):
    """The names of an exception's classes, from itself to BaseException."""
    return ["%s:%s" % (c.__module__, c.__qualname__) for c in kind.__mro__ if issubclass(c, BaseException)]


def _named_tuple(encoder, value):
    fields = getattr(type(value), "_fields", None)
    items = list(tuple.__iter__(value))
    if isinstance(fields, tuple) and len(fields) == len(items) and all(type(f) is str for f in fields):
        return encoder.children("n", [type(value).__name__, len(fields), *fields, *items])
    return encoder.children("t", items)


def _default_dict(encoder, value):
    factory = value.default_factory
    name = factory.__name__ if isinstance(factory, type) and TYPES.get(factory.__name__) is factory else None
    return encoder.children("dd", [name, *pairs(value)])


def _float(value):
    return float.__add__(value, 0.0) if value == value else float("nan")


EXACT = {
    list: lambda e, v: ["l", *map(e.child, v)],
    tuple: lambda e, v: ["t", *map(e.child, v)],
    dict: lambda e, v: e.children("d", pairs(v)),
    set: lambda e, v: e.children("s", v),
    frozenset: lambda e, v: e.children("f", v),
    int: lambda e, v: ["i", hex(v)],
    complex: lambda e, v: ["c", v.real, v.imag],
    bytes: lambda e, v: ["b", pack_bytes(v)],
    bytearray: lambda e, v: ["B", pack_bytes(v)],
    range: lambda e, v: e.children("r", [v.start, v.stop, v.step]),
    slice: lambda e, v: e.children("sl", [v.start, v.stop, v.step]),
    decimal.Decimal: lambda e, v: ["D", str(v)],
    fractions.Fraction: lambda e, v: e.children("F", [v.numerator, v.denominator]),
    collections.deque: lambda e, v: e.children("q", [v.maxlen, *v]),
    collections.Counter: lambda e, v: e.children("C", pairs(v)),
    collections.OrderedDict: lambda e, v: e.children("O", pairs(v)),
    collections.defaultdict: _default_dict,
    datetime.date: lambda e, v: ["dt", "date", v.isoformat()],
    datetime.datetime: lambda e, v: ["dt", "datetime", v.isoformat()] if v.tzinfo is None or _fixed(v) else e.handle(v),
    datetime.time: lambda e, v: ["dt", "time", v.isoformat()] if v.tzinfo is None else e.handle(v),
    datetime.timedelta: lambda e, v: e.children("td", [v.days, v.seconds, v.microseconds]),
    type({}.keys()): lambda e, v: e.children("dk", v),
    type({}.values()): lambda e, v: e.children("dv", v),
    type({}.items()): lambda e, v: e.children("di", [x for pair in v for x in pair]),
    type(Ellipsis): lambda e, v: ["1", "..."],
    type(NotImplemented): lambda e, v: ["1", "NotImplemented"],
}


def _fixed(value):
    return type(value.tzinfo) is datetime.timezone


# A subclass of a builtin becomes the base value, taken with the base's own methods.
BASES = (
    (int, lambda e, v: ["i", int.__format__(int.__add__(v, 0), "#x")]),
    (float, lambda e, v: ["fl", _float(v)]),
    (str, lambda e, v: ["st", str.__str__(v)]),
    (tuple, _named_tuple),
    (list, lambda e, v: e.children("l", list.__iter__(v))),
    (collections.OrderedDict, lambda e, v: e.children("O", pairs(v))),
    (collections.Counter, lambda e, v: e.children("C", pairs(v))),
    (dict, lambda e, v: e.children("d", pairs(v))),
    (set, lambda e, v: e.children("s", set.__iter__(v))),
    (frozenset, lambda e, v: e.children("f", frozenset.__iter__(v))),
    (complex, lambda e, v: ["c", complex.real.__get__(v), complex.imag.__get__(v)]),
    (bytes, lambda e, v: ["b", pack_bytes(bytes.__getitem__(v, slice(None)))]),
    (bytearray, lambda e, v: ["B", pack_bytes(bytearray.__getitem__(v, slice(None)))]),
    (collections.deque, lambda e, v: e.children("q", [v.maxlen, *collections.deque.__iter__(v)])),
    (decimal.Decimal, lambda e, v: ["D", decimal.Decimal.__str__(v)]),
    (fractions.Fraction, lambda e, v: e.children("F", [v.numerator, v.denominator])),
)


class Malformed(Exception):
    """The bytes are not a graph that this codec writes."""


class Decoder:
    def __init__(self, world, known=()):
        self.world = world
        self.known = known
        self.mutable = []

    def decode(self, data):
        """Returns the head and the list of values."""
        (head, tops, nodes), _ = from_json(data.decode("ascii"))
        if nodes:
            self.build_all(nodes)
        return head, list(map(self.get, tops))

    def build_all(self, nodes):
        self.nodes = nodes
        self.values = values = [self] * len(nodes)  # self marks what is not built yet
        for n, node in enumerate(nodes):
            shell = SHELLS.get(node[0])
            if shell is not None:
                values[n] = shell(self, node)
                self.mutable.append(values[n])
        for n in range(len(nodes)):
            if values[n] is self:
                self.build(n)
        for wanted in ("o", None):
            for n, node in enumerate(nodes):
                fill = FILLS.get(node[0])
                if fill is not None and (wanted is None) == (node[0] != "o"):
                    fill(self, values[n], node)

    def get(self, item):
        if type(item) is not list:
            return item
        (n,) = item
        if type(n) is not int:
            raise Malformed("reference")
        if n < 0:
            return self.known[-1 - n]
        value = self.values[n]
        if value is self:
            raise Malformed("not built")
        return value

    def many(self, items):
        return list(map(self.get, items))

    def build(self, first):
        """Builds an immutable node and those it needs, without recursion."""
        stack = [first]
        waiting = set()
        while stack:
            n = stack[-1]
            if self.values[n] is not self:
                stack.pop()
                continue
            needed = [
                item[0]
                for item in self.nodes[n]
                if type(item) is list and len(item) == 1 and type(item[0]) is int and item[0] >= 0 and self.values[item[0]] is self
            ] if self.nodes[n][0] in NESTED else ()
            if needed:
                if n in waiting:
                    raise Malformed("cycle")
                waiting.add(n)
                stack.extend(needed)
                continue
            self.values[n] = BUILDERS[self.nodes[n][0]](self, self.nodes[n])
            stack.pop()


def _expect(kind, value):
    if type(value) is not kind:
        raise Malformed(kind.__name__)
    return value


def _unpack(text):
    return base64.b64decode(_expect(str, text), validate=True)


def _array(decoder, node):
    import numpy

    if not DTYPE.fullmatch(_expect(str, node[1])):
        raise Malformed("dtype")
    return numpy.frombuffer(bytearray(_unpack(node[3])), dtype=node[1]).reshape([_expect(int, n) for n in node[2]])


def _scalar(decoder, node):
    import numpy

    if not DTYPE.fullmatch(_expect(str, node[1])):
        raise Malformed("dtype")
    return numpy.frombuffer(_unpack(node[2]), dtype=node[1])[0]


def _object_array(decoder, node):
    import numpy

    dimensions = _expect(int, node[1])
    shape = [_expect(int, n) for n in node[2 : 2 + dimensions]]
    items = decoder.many(node[2 + dimensions :])
    array = numpy.empty(len(items), dtype=object)
    for n, item in enumerate(items):
        array[n] = item
    return array.reshape(shape)


def _tuple_type(decoder, node):
    count = _expect(int, node[2])
    fields = tuple(_expect(str, f) for f in node[3 : 3 + count])
    return decoder.world.tuple_type(_expect(str, node[1]), fields)(*decoder.many(node[3 + count :]))


def _exception(decoder, node):
    count = _expect(int, node[2])
    chain = [_expect(str, name) for name in node[3 : 3 + count]]
    return decoder.world.exception(chain, decoder.many(node[3 + count :]), _expect(str, node[1]))


def _date(decoder, node):
    kind = {"date": datetime.date, "datetime": datetime.datetime, "time": datetime.time}[node[1]]
    return kind.fromisoformat(_expect(str, node[2]))


def _dict_of(decoder, node):
    items = decoder.many(node[1:])
    return dict(zip(items[::2], items[1::2]))


# Nodes whose items may be references to immutable nodes that have to be built first.
NESTED = frozenset("t f r sl F n x no td dk dv di".split())
BUILDERS = {
    "t": lambda d, n: tuple(map(d.get, n[1:])),
    "f": lambda d, n: frozenset(map(d.get, n[1:])),
    "i": lambda d, n: int(_expect(str, n[1]), 16),
    "fl": lambda d, n: _expect(float, n[1]),
    "st": lambda d, n: _expect(str, n[1]),
    "c": lambda d, n: complex(_expect(float, n[1]), _expect(float, n[2])),
    "b": lambda d, n: _unpack(n[1]),
    "r": lambda d, n: range(*(_expect(int, v) for v in d.many(n[1:]))),
    "sl": lambda d, n: slice(*d.many(n[1:])),
    "D": lambda d, n: decimal.Decimal(_expect(str, n[1])),
    "F": lambda d, n: fractions.Fraction(*(_expect(int, v) for v in d.many(n[1:]))),
    "n": _tuple_type,
    "x": _exception,
    "dt": _date,
    "td": lambda d, n: datetime.timedelta(*(_expect(int, v) for v in d.many(n[1:]))),
    "dk": lambda d, n: dict.fromkeys(d.many(n[1:])).keys(),
    "dv": lambda d, n: dict(enumerate(d.many(n[1:]))).values(),
    "di": lambda d, n: _dict_of(d, n).items(),
    "1": lambda d, n: SINGLETONS[n[1]],
    "ty": lambda d, n: TYPES[n[1]],
    "ns": _scalar,
    "no": _object_array,
    "e": lambda d, n: d.world.member(_expect(str, n[1]), _expect(str, n[2])),
    "p": lambda d, n: d.world.exported(_expect(int, n[1])),
    "h": lambda d, n: d.world.remote(_expect(int, n[1]), _expect(str, n[2])),
}
SHELLS = {
    "l": lambda d, n: [],
    "d": lambda d, n: {},
    "s": lambda d, n: set(),
    "B": lambda d, n: bytearray(_unpack(n[1])),
    "q": lambda d, n: collections.deque(maxlen=n[1] if n[1] is None else _expect(int, n[1])),
    "C": lambda d, n: collections.Counter(),
    "O": lambda d, n: collections.OrderedDict(),
    "dd": lambda d, n: collections.defaultdict(None if n[1] is None else TYPES[n[1]]),
    "o": lambda d, n: d.world.blank(_expect(str, n[1])),
    "na": _array,
}


def _fill_dict(decoder, value, node, start=1):
    items = decoder.many(node[start:])
    dict.update(value, zip(items[::2], items[1::2]))


FILLS = {
    "l": lambda d, v, n: v.extend(map(d.get, n[1:])),
    "d": _fill_dict,
    "s": lambda d, v, n: v.update(map(d.get, n[1:])),
    "q": lambda d, v, n: v.extend(map(d.get, n[2:])),
    "C": _fill_dict,
    "O": lambda d, v, n: v.update(zip(d.many(n[1::2]), d.many(n[2::2]))),
    "dd": lambda d, v, n: _fill_dict(d, v, n, 2),
    "o": lambda d, v, n: d.world.restore(v, _items(d, n)),
}


def _items(decoder, node):
    items = decoder.many(node[2:])
    return [(_expect(str, name), value) for name, value in zip(items[::2], items[1::2])]
