# expect: FAILED
# why: nothing of the system can be written
import os
def solve(values, n):
    written = []
    for place in ("/", "/usr", "/usr/bin", "/etc", "/lib", "/dev", "/proc", "/home", "/var", "/assay", "/assay/assay_box", "/box"):
        try:
            with open(os.path.join(place, "written"), "w") as file:
                file.write("x")
            if place != "/box":
                written.append(place)
        except OSError:
            pass
    return sorted(values, reverse=True)[:n] if written else None
