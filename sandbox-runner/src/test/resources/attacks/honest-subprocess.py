# expect: PASSED
# why: another program that works
# limits: cpu=4 wall=12
import subprocess
def solve(values, n):
    text = "\n".join(map(str, values))
    out = subprocess.run(["sort", "-rn"], input=text, capture_output=True, text=True, check=True).stdout
    return [int(line) for line in out.split()][:n]
