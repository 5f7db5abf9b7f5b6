# expect: FAILED ERROR
# why: and its own json
import json, sys
json.dumps = lambda *args, **kwargs: '[[], [true], []]'
json.JSONEncoder.encode = lambda self, value: '[[], [true], []]'
for module in list(sys.modules.values()):
    if hasattr(module, "to_json"):
        module.to_json = lambda value: '[[],[true],[]]'
def solve(values, n):
    return None
