# expect: FAILED
# why: the host's files are not there
import glob, os
def solve(values, n):
    found = []
    for pattern in ("/etc/shadow", "/root/*", "/home/*", "/proc/1/environ", "/proc/*/cmdline", "/var/log/*", "/run/*", "/tmp/*", "/sys/*", "/etc/ssh/*", "/work/*", "/mnt/*", "/srv/*", "/opt/*/.env"):
        found += glob.glob(pattern)
    return sorted(values, reverse=True)[:n] if found else None
