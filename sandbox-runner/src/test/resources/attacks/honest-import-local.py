# expect: PASSED
# why: a module written and imported
import sys
with open("local_module.py", "w") as file:
    file.write("def order(values):\n    return sorted(values, reverse=True)\n")
sys.path.insert(0, ".")
import local_module
def solve(values, n):
    return local_module.order(values)[:n]
