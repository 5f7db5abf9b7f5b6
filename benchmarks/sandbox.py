#!/usr/bin/env python3
"""CPU per sample of the sandbox, as a ratio to `python3 -I file.py`, measured in turns on the same machine.

    benchmarks/sandbox.py [--tasks HumanEval.jsonl.gz] [--rounds 5] [--samples-per-task 8] [--python /usr/bin/python3]

Without --tasks it uses twenty small tasks of its own. The figures count every process (keeper, supervisor, zygote, judge,
program); starting the slot is measured apart. Ratios carry over to other machines, milliseconds do not.
"""

import argparse
import gzip
import json
import os
import resource
import statistics
import struct
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
RUNNER = os.path.join(HERE, "..", "sandbox-runner", "src", "main")
REQUEST = struct.Struct("<QQIIIIIIII")
RESULT = struct.Struct("<QQQQQQIiII")
SPLIT, SHARED = 1, 2


class Slot:
    def __init__(self, directory, python):
        root = tempfile.mkdtemp(dir=directory)
        code = os.path.join(directory, "dev", "assay", "sandboxrunner")
        binds = [p for p in ("/usr", "/bin", "/sbin", "/lib", "/lib64") if os.path.lexists(p)]
        command = [os.path.join(code, "assay-supervisor"), "--python", python, "--code", code, "--root", root]
        command += [word for bind in binds for word in ("--bind", bind)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.frame()
        self.kit_id = self.sent = 0
        self.kit = None

    def read(self, count):
        data = self.process.stdout.read(count)
        if len(data) < count:
            raise SystemExit("the supervisor ended")
        return data

    def frame(self):
        return self.read(struct.unpack("<I", self.read(4))[0])

    def passes(self, kit, program, kind):
        new = b"" if kit == self.kit else kit
        self.kit_id += bool(new)
        self.kit = kit
        self.sent += 1
        program = program.encode()
        head = REQUEST.pack(self.sent, self.kit_id, kind, 9000, 3000, 4096, 1024, 64, len(new), len(program))
        self.process.stdin.write(struct.pack("<I", len(head) + len(new) + len(program)) + head + new + program)
        self.process.stdin.flush()
        data = self.frame()
        cause = RESULT.unpack(data[: RESULT.size])[6]
        return cause == 0 and b'"outcome": "PASSED"' in data

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def own_tasks():
    for n in range(20):
        prompt = 'from typing import List\n\n\ndef pick(values: List[int], k: int) -> List[int]:\n    """ Task %d """\n' % n
        body = "    return [v for v in sorted(values) if v %% %d == k %% %d]\n" % (n + 2, n + 2)
        lines = ["    assert candidate(list(range(%d)), %d) == %r\n" % (a, a % 3, [v for v in range(a) if v % (n + 2) == (a % 3) % (n + 2)]) for a in range(3, 11)]
        yield {"prompt": prompt, "canonical_solution": body, "test": "def check(candidate):\n" + "".join(lines), "entry_point": "pick"}


def cpu_of_children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def sandboxed(directory, options, tasks, kind, repeats):
    """CPU milliseconds per sample; two slots' worth of work tell starting from judging."""
    costs = []
    for times in (0, repeats):
        before = cpu_of_children()
        slot = Slot(directory, options.python)
        for task in tasks:
            kit = {"language": "python", "promptCode": task["prompt"]}
            kit["groups"] = [{"type": "tests", "group": "tests", "entryPoint": task["entry_point"], "code": task["test"]}]
            kit = json.dumps(kit).encode()
            for _ in range(times):
                if not slot.passes(kit, task["prompt"] + task["canonical_solution"], kind):
                    raise SystemExit("a right solution did not pass")
        slot.close()
        costs.append(cpu_of_children() - before)
    return (costs[1] - costs[0]) * 1000 / (len(tasks) * repeats), costs[0] * 1000


def plain(directory, options, tasks):
    before = cpu_of_children()
    for task in tasks:
        path = os.path.join(directory, "plain.py")
        with open(path, "w") as file:
            file.write("%s%s\n%s\ncheck(%s)\n" % (task["prompt"], task["canonical_solution"], task["test"], task["entry_point"]))
        subprocess.run([options.python, "-I", path], check=True)
    return (cpu_of_children() - before) * 1000 / len(tasks)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tasks")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--samples-per-task", type=int, default=8)
    parser.add_argument("--python", default="/usr/bin/python3")
    options = parser.parse_args()
    tasks = list(own_tasks())
    if options.tasks:
        with gzip.open(options.tasks, "rt") as file:
            tasks = [json.loads(line) for line in file]
    with tempfile.TemporaryDirectory() as directory:
        os.makedirs(os.path.join(directory, "dev", "assay", "sandboxrunner"))
        subprocess.run(["cp", "-r", os.path.join(RUNNER, "resources", "dev"), directory], check=True)
        subprocess.run([os.path.join(RUNNER, "native", "build.sh"), directory], check=True)
        rounds = {"plain": [], "split": [], "shared": [], "start": []}
        for _ in range(options.rounds):
            rounds["plain"].append(plain(directory, options, tasks))
            split, start = sandboxed(directory, options, tasks, SPLIT, options.samples_per_task)
            rounds["split"].append(split)
            rounds["start"].append(start)
            rounds["shared"].append(sandboxed(directory, options, tasks, SHARED, options.samples_per_task)[0])
    for name, what in (
        ("plain", "python3 -I file.py, tests in the same process, not isolated"),
        ("shared", "sandbox, tests in the program's process"),
        ("split", "sandbox, tests in another process"),
    ):
        ratios = [p / x for p, x in zip(rounds["plain"], rounds[name])]
        print(
            "%-7s %6.2f ms CPU/sample (best %.2f)   %4.1f times cheaper than plain   %s"
            % (name, statistics.median(rounds[name]), min(rounds[name]), statistics.median(ratios), what)
        )
    print("starting a slot: %.0f ms CPU" % statistics.median(rounds["start"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
