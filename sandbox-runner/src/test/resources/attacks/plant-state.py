# expect: PASSED
# why: everything an interpreter can remember
import builtins, json, os, random, sys
builtins.planted = json.planted = sys.planted = True
os.environ["PLANTED"] = "1"
os.umask(0o777)
sys.path.append("/planted")
random.seed(1)
sys.setrecursionlimit(5000)
sorted_before = sorted
def solve(values, n):
    return sorted_before(values, reverse=True)[:n]
