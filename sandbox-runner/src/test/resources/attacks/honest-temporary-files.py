# expect: PASSED
# why: files of its own
import tempfile, os
def solve(values, n):
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "values")
        with open(path, "w") as file:
            file.write(" ".join(map(str, sorted(values, reverse=True))))
        with open(path) as file:
            return [int(x) for x in file.read().split()][:n]
