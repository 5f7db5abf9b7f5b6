package dev.assay.sandboxrunner.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.VerdictReached.Assurance;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.suite.CodeForm;
import dev.assay.sandboxrunner.sandbox.host.HostJudging;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests in another process see what they would see in the same one. */
class SplitJudgeTest {

    private static JudgingPool pool;

    @BeforeAll
    static void open() {
        pool = HostJudging.open(SandboxSettings.defaults().withSlots(1), (sample, again) -> {});
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    private static void bothWays(Judged expected, @Nullable String promptCode, String code, String test) {
        JudgeKit kit = Kits.tests("f", promptCode, test, Kits.LIMITS);
        Submission submission = Submission.of("test", kit, code, CodeForm.COMPLETION);
        Judgement shared =
                pool.submit(submission.with(Assurance.SHARED_PROCESS)).join();
        assertThat(shared.outcome()).as("shared: %s", shared).isEqualTo(expected);
        Judgement split = pool.submit(submission).join();
        assertThat(split.outcome()).as("split: %s", split).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "None",
                "True",
                "-7",
                "2 ** 200",
                "-(2 ** 63)",
                "1.5",
                "float('inf')",
                "-0.0",
                "1 + 2j",
                "'n\\u00e4\\ud800\\U0001f40d'",
                "b'\\x00\\xff'",
                "bytearray(b'ab')",
                "[1, [2, (3,)], {}]",
                "()",
                "{1: 'a', (2, 3): [4]}",
                "{1, 'a', (2,)}",
                "frozenset({1, (2, 3)})",
                "range(10 ** 20, 0, -3)",
                "slice(1, None)",
                "collections.Counter('aab')",
                "collections.OrderedDict(a=1)",
                "collections.deque([1, 2], 5)",
                "decimal.Decimal('1.10')",
                "fractions.Fraction(2, 3)",
                "datetime.date(2026, 2, 3)",
                "datetime.datetime(2026, 2, 3, 4, 5, 6, 7)",
                "datetime.timedelta(days=1, seconds=2)",
                "Ellipsis",
                "int",
                "[None] * 3",
                "{'a': {'b': {'c': [1.0, 2]}}}"
            })
    void valuesKeepTypeAndContent(String value) {
        String imports = "import collections, datetime, decimal, fractions\n";
        String same = "def same(a, b):\n    return type(a) is type(b) and a == b and repr(a) == repr(b)\n";
        bothWays(
                Judged.PASSED,
                null,
                imports + same + "def f(x):\n    assert same(x, " + value + ")\n    return " + value + "\n",
                imports + same + "def check(candidate):\n    assert same(candidate(" + value + "), " + value + ")\n");
    }

    @Test
    void argumentsAreChangedInPlaceAndAliasesHold() {
        bothWays(Judged.PASSED, null, """
                def f(rows, seen, order):
                    rows.sort()
                    rows[0].append(9)
                    seen["n"] = rows[0]
                    order.add(5)
                    return rows
                """, """
                def check(candidate):
                    inner = [1]
                    rows = [[2], inner]
                    seen, order = {}, {4}
                    result = candidate(rows, seen, order)
                    assert result is rows
                    assert rows == [[1, 9], [2]] and rows[0] is inner and seen["n"] is inner
                    assert order == {4, 5}
                    cyclic = []
                    cyclic.append(cyclic)
                    assert candidate([[3], [4]], {}, set()) == [[3, 9], [4]]
                """);
    }

    @Test
    void exceptionsAreCaughtByAnyOfTheirClasses() {
        bothWays(Judged.PASSED, null, """
                import json
                class Strange(KeyError):
                    pass
                def f(kind):
                    if kind == 1:
                        raise Strange("odd")
                    if kind == 2:
                        raise json.JSONDecodeError("bad", "doc", 1)
                    if kind == 3:
                        [].pop()
                    if kind == 4:
                        raise OSError(2, "no such thing")
                """, """
                import json
                def check(candidate):
                    for kind, expected in ((1, LookupError), (1, KeyError), (2, json.JSONDecodeError), (2, ValueError), (3, IndexError), (4, FileNotFoundError)):
                        try:
                            candidate(kind)
                        except expected as problem:
                            assert kind != 1 or problem.args == ("odd",)
                        else:
                            raise AssertionError(kind)
                    assert candidate(0) is None
                """);
    }

    @Test
    void classesOfThePromptTravelByValue() {
        bothWays(Judged.PASSED, """
                from dataclasses import dataclass
                from enum import Enum
                from typing import List, NamedTuple

                class Colour(Enum):
                    RED = 1
                    BLUE = 2

                class Place(NamedTuple):
                    x: int
                    y: int

                @dataclass
                class Account:
                    owner: str
                    balance: int = 0
                    colour: Colour = Colour.RED

                def f(account: Account) -> List[Account]:
                """, """
                    account.balance += 1
                    assert account.colour is Colour.RED
                    return [account, Account("new", colour=Colour.BLUE), Place(1, 2)]
                """, """
                def check(candidate):
                    mine = Account("me", 5)
                    first, second, place = candidate(mine)
                    assert first is mine and mine.balance == 6
                    assert second == Account("new", 0, Colour.BLUE) and second.colour is Colour.BLUE
                    assert place == Place(1, 2) and place.y == 2 and type(place) is Place
                """);
    }

    @Test
    void redefinedNamesOfThePromptAreTheTestsToo() {
        String prompt = "import math\nLIMIT = 3\ndef half(x):\n    return x / 2\ndef f(x):\n";
        String test =
                "def check(candidate):\n    assert half(candidate(2)) == %s\n    assert math.floor(1.5) == 1\n    assert LIMIT == %d\n";
        bothWays(Judged.PASSED, prompt, "    return x\n", test.formatted("1", 3));
        bothWays(
                Judged.PASSED, prompt, "    return x\ndef half(x):\n    return 7\nLIMIT = 4\n", test.formatted("7", 4));
    }

    @Test
    void callablesObjectsAndIteratorsWorkAcross() {
        bothWays(Judged.PASSED, null, """
                class Stack:
                    def __init__(self, start):
                        self.items = list(start)
                    def push(self, item):
                        self.items.append(item)
                        return self
                    def __len__(self):
                        return len(self.items)
                    def __getitem__(self, n):
                        return self.items[n]
                def f(node, function):
                    total = 0
                    while node is not None:
                        total += function(node.value)
                        node.value = 0
                        node = node.next
                    stack = Stack([total])
                    return stack.push(1), (x * x for x in range(3)), lambda y: y + total
                """, """
                class Node:
                    def __init__(self, value, next=None):
                        self.value, self.next = value, next
                def check(candidate):
                    nodes = Node(1, Node(2))
                    stack, squares, add = candidate(nodes, lambda v: v * 10)
                    assert nodes.value == 0 and nodes.next.value == 0
                    assert len(stack) == 2 and stack[0] == 30 and 1 in stack and stack.items == [30, 1]
                    assert list(squares) == [0, 1, 4]
                    assert add(5) == 35
                    assert stack.push(2) is stack and len(stack) == 3
                """);
    }

    @Test
    void topLevelAssertionsNeedNoCheckFunction() {
        bothWays(Judged.PASSED, null, "def f(x):\n    return x + 1\n", "assert f(1) == 2\nassert f(2) == 3\n");
        bothWays(Judged.FAILED, null, "def f(x):\n    return x + 1\n", "assert f(1) == 2\nassert f(2) == 4\n");
    }

    @Test
    void theProgramHasNoSayInComparisons() {
        String liar = """
                class Liar:
                    def __eq__(self, other):
                        return True
                    def __contains__(self, item):
                        return True
                    def __iter__(self):
                        return iter(())
                def f(x):
                    return Liar()
                """;
        assertThat(split(liar, "def check(candidate):\n    assert 3 in candidate(1)\n"))
                .isEqualTo(Judged.FAILED);
        assertThat(split(liar, "def check(candidate):\n    assert [3] == candidate(1)\n"))
                .isEqualTo(Judged.FAILED);
        assertThat(split(liar, "def check(candidate):\n    assert candidate(1) in (3, 4)\n"))
                .isEqualTo(Judged.FAILED);
        String stopping = "def f(x):\n    raise StopIteration\n";
        assertThat(split(stopping, "def check(candidate):\n    assert all(map(lambda x: candidate(x) == 3, [1, 2]))\n"))
                .isEqualTo(Judged.ERROR);
    }

    @Test
    void testsAreOutOfTheProgramsReach() {
        String prying = """
                def f(node, function):
                    for look in (
                        lambda: function.__globals__, lambda: function.__code__, lambda: node.__class__, lambda: node.__dict__,
                        lambda: function.func_globals, lambda: getattr(node.method, "__func__"), lambda: type(node).mro(),
                        lambda: setattr(function, "__code__", None),
                    ):
                        try:
                            found = look()
                        except AttributeError:
                            continue
                        except PermissionError:
                            continue
                        if "expected" in repr(found):
                            return 42
                    return 0
                """;
        String test = """
                expected = 42
                class Node:
                    def method(self):
                        return expected
                def check(candidate):
                    assert candidate(Node(), lambda: expected) == expected
                """;
        assertThat(split(prying, test)).isIn(Judged.FAILED, Judged.ERROR);
    }

    private static Judged split(String code, String test) {
        Submission submission = Submission.of("test", Kits.tests("f", test), code, CodeForm.SOLUTION);
        return (Judged) pool.submit(submission).join().outcome();
    }
}
