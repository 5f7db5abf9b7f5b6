# expect: PASSED
# why: nothing is left of the sample before
# after: plant-files
import os
for place in ("/tmp", "/var/tmp", "/dev/shm", "."):
    assert os.listdir(place) == [], place
def solve(values, n):
    return sorted(values, reverse=True)[:n]
