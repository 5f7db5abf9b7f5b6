"""Runs a made-up sample through all code of candidate and judge, so that children find it loaded and specialised."""

import gc
import json
import os
import sys
import threading

from . import judge
from .candidate import MODULE, CandidatePeer, Program
from .channel import Channel, ChannelBroken

PROGRAM = """
from typing import List
class Thing:
    pass
def work(values: List[int], word="a"):
    values.append(len(word))
    if not word:
        raise ValueError("no word")
    return {"sum": sum(values), "pair": (word, None), "set": {1.5}}
"""
KIT = {
    "promptCode": "from typing import List\nimport math\ndef work(values, word):\n    pass\n",
    "groups": [
        {
            "group": "tests",
            "type": "tests",
            "entryPoint": "work",
            "code": "def check(candidate):\n"
            "    values = [1, 2]\n"
            "    assert candidate(values, 'ab') == {'sum': 5, 'pair': ('ab', None), 'set': {1.5}}\n"
            "    assert values == [1, 2, 2]\n"
            "    try:\n        candidate([], '')\n    except ValueError:\n        pass\n",
        },
        {"group": "io", "type": "io", "entryPoint": "work", "cases": [{"input": [[1], ""], "output": 1}]},
    ],
}


def warm_up():
    kit = judge.Kit(json.loads(json.dumps(KIT)))
    for _ in range(3):
        to_candidate, to_judge = os.pipe(), os.pipe()
        thread = threading.Thread(target=_candidate, args=(to_candidate[0], to_judge[1]))
        thread.start()
        verdicts = []
        judge.judge_sample(kit, to_judge[0], to_candidate[1], verdicts.append)
        os.close(to_candidate[1])
        thread.join()
        for descriptor in (to_candidate[0], *to_judge):
            os.close(descriptor)
        if [v.get("outcome") for v in verdicts] != ["PASSED", "ERROR", None]:
            raise SystemExit("the interpreter does not run a simple sample: %s" % verdicts)
    sys.modules.pop(MODULE, None)
    gc.collect()


def _candidate(reading, writing):
    channel = Channel(reading, writing)
    peer = CandidatePeer(channel, Program(PROGRAM))
    try:
        kind, number, data = channel.receive()
        peer.load(number, data)
        while True:
            kind, number, data = channel.receive()
            peer.serve(number, data)
    except ChannelBroken:
        pass
