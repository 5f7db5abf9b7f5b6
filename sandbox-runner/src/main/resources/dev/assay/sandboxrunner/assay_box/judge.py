"""The judge's process: the only one that sees the tests. Judges sample after sample of one task."""

import array
import builtins
import json
import os
import random
import socket

from .candidate import whole
from .channel import Channel, ChannelBroken
from .graph import Decoder, Encoder
from .kit import InvalidKit, IoGroup, Kit, belongs_to_program, shareable
from .peer import MALFORMED, Peer
from .report import clip, judge_cases, message_of, passed, problem_report, send

KIT, CONTROL = 3, 4
MODULE = "tests"


class Stopped(Exception):
    """The program does not run, so no group can."""

    def __init__(self, outcome, problem):
        super().__init__(outcome)
        self.outcome = outcome
        self.problem = problem


class JudgePeer(Peer):
    def permit(self, operation, target, args):
        if operation in ("getattr", "setattr", "setitem"):
            own = type(target).__module__ == MODULE and not isinstance(target, type)
            if not own or (operation != "setitem" and (type(args[0]) is not str or args[0].startswith("_"))):
                raise PermissionError("not handed over")

    def load(self, kit):
        self.sequence += 1
        self.channel.send(b"Q", self.sequence, Encoder(self).encode([], [kit.names, kit.prompt.classes]))
        kind, number, data = self.channel.receive()
        if number != self.sequence or kind not in (b"R", b"X", b"E"):
            self.channel.fail("an answer that was not asked for")
        try:
            _, (value,) = Decoder(self).decode(data)
            if kind == b"R" and type(value) is not dict or kind != b"R" and not isinstance(value, BaseException):
                raise TypeError(type(value).__name__)
        except MALFORMED as problem:
            self.channel.fail("a malformed answer: %s" % type(problem).__name__)
        if kind == b"X":
            raise Stopped("COMPILE_ERROR", value)
        if kind == b"E":
            raise Stopped("MEMORY_LIMIT" if isinstance(value, MemoryError) else "ERROR", value)
        self.opaque.clear()
        return value


class Sitting:
    """One sample before the judge."""

    def __init__(self, kit, peer):
        self.kit = kit
        self.peer = peer
        self.prompt = kit.prompt.run()
        self.found = None

    def start(self):
        self.peer.classes = {n: self.prompt[n] for n in self.kit.prompt.classes if shareable(self.prompt.get(n))}
        self.found = self.peer.load(self.kit)

    def judge(self, group):
        if isinstance(group, IoGroup):
            return judge_cases(group, self.entry(group))
        try:
            space = self.namespace(group)
            exec(group.code, space)
            if group.has_check:
                space["check"](self.entry(group))
            return passed(group.total)
        except ChannelBroken:
            raise
        except BaseException as problem:
            report = problem_report(problem, group, group.lines)
            if report["outcome"] == "FAILED" and self.peer.opaque:
                report["type"] = "OPAQUE_RESULT"
            return report

    def entry(self, group):
        if group.entry_point in self.found:
            return self.found[group.entry_point]

        def missing(*args, **kwargs):
            raise NameError("name '%s' is not defined" % group.entry_point)

        return missing

    def namespace(self, group):
        space = {"__name__": MODULE, "__builtins__": builtins}
        for name in group.names:
            if name in self.prompt and not (name in self.found and belongs_to_program(self.prompt[name])):
                space[name] = self.prompt[name]
            elif name in self.found:
                space[name] = self.found[name]
        return space


def judge_sample(kit, reading, writing, report):
    """Reports every group, in order. PASSED needs an unbroken channel, even if a test swallowed the break."""
    peer = JudgePeer(Channel(reading, writing))
    sitting = Sitting(kit, peer)
    stopped = None
    try:
        sitting.start()
    except Stopped as problem:
        stopped = problem
    except ChannelBroken:
        pass
    for number, group in enumerate(kit.groups):
        if stopped is not None:
            verdict = problem_report(stopped.problem, group)
            verdict["outcome"] = stopped.outcome
        else:
            verdict = None
            if not peer.channel.broken:
                try:
                    verdict = sitting.judge(group)
                except ChannelBroken:
                    pass
            if peer.channel.broken:
                verdict = {"outcome": "ERROR", "passed": 0, "total": group.total}
                verdict.update(type="PROGRAM_ENDED", message=clip(peer.channel.broken))
        report({"group": number, **verdict})
    report({"end": True, "calls": peer.sequence, "opaque": sorted(peer.opaque)[:20]})


def receive_pipes():
    """The next sample's two pipes, or None when the supervisor has no more."""
    with socket.socket(fileno=os.dup(CONTROL)) as control:
        space = socket.CMSG_SPACE(2 * array.array("i").itemsize)
        data, ancillary, _, _ = control.recvmsg(64, space)
    if not data or not ancillary:
        return None
    pipes = array.array("i")
    pipes.frombytes(ancillary[0][2])
    return pipes.tolist()


def main():
    try:
        kit = Kit(json.loads(whole(KIT)))
        invalid = None
    except (InvalidKit, KeyError, TypeError, ValueError) as problem:
        invalid = {"invalid": "%s: %s" % (type(problem).__name__, message_of(problem))}
    state = random.getstate()
    while True:
        pipes = receive_pipes()
        if pipes is None:
            os._exit(0)
        if invalid is not None:
            send(CONTROL, invalid)
        else:
            random.setstate(state)
            judge_sample(kit, pipes[0], pipes[1], lambda message: send(CONTROL, message))
        for pipe in pipes:
            os.close(pipe)
