# expect: FAILED ERROR
# why: import hooks of the own interpreter
import sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        return None
sys.meta_path.insert(0, Finder())
sys.modules["unittest"] = sys
def solve(values, n):
    return None
