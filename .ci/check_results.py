"""Compares the result files of a run with what must come out of it.

usage: check_results.py DIR SECONDS --samples N [--count OUTCOME=N]... [--score NAME=VALUE+-TOLERANCE]...
"""

import argparse
import collections
import json
import pathlib
import sys


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("seconds", type=int)
    parser.add_argument("--samples", type=int, required=True)
    parser.add_argument("--count", action="append", default=[])
    parser.add_argument("--score", action="append", default=[])
    return parser.parse_args()


def verdict_faults(directory, expected):
    """Every sample must have exactly one line."""
    with open(directory / "verdicts.jsonl", encoding="utf-8") as lines:
        verdicts = [json.loads(line) for line in lines]
    keys = collections.Counter((v["subject"], v["task_id"], v["sample"]) for v in verdicts)
    print("verdicts:", len(verdicts), dict(collections.Counter(v["outcome"] for v in verdicts)))
    if len(verdicts) != expected:
        yield f"{len(verdicts)} verdicts instead of {expected}"
    repeated = [key for key, times in keys.items() if times > 1]
    if repeated:
        yield f"{len(repeated)} samples have more than one verdict, {repeated[0]} among them"


def count_faults(subject, expected):
    for item in expected:
        outcome, number = item.split("=")
        found = subject["counts"].get(outcome, 0)
        if found != int(number):
            yield f"{outcome}: {found} instead of {number}"


def score_faults(subject, expected):
    for item in expected:
        name, range_ = item.split("=")
        value, tolerance = (float(part) for part in range_.split("+-"))
        score = subject["scores"].get(name, {})
        print(f"{name}: {score}, expected {value} ± {tolerance}")
        found = score.get("value")
        if found is None or abs(found - value) > tolerance + 1e-12:
            yield f"{name}: {found} instead of {value} ± {tolerance}"


def main():
    given = arguments()
    if not (given.directory / "report.json").exists():
        print(f"FAILED: no report.json in {given.directory}")
        return 1
    report = json.loads((given.directory / "report.json").read_text(encoding="utf-8"))
    (subject,) = report["subjects"]
    print(f"{given.samples} samples in {given.seconds} s, start and stop included:",
          f"{given.samples / max(given.seconds, 1):.0f} samples/s")
    faults = [
        *verdict_faults(given.directory, given.samples),
        *count_faults(subject, given.count),
        *score_faults(subject, given.score),
    ]
    if subject["coverage"] != 1:
        faults.append(f"coverage: {subject['coverage']} instead of 1")
    for fault in faults:
        print("FAILED:", fault)
    print("ok" if not faults else f"{len(faults)} differences")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
