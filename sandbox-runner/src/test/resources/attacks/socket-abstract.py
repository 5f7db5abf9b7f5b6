# expect: FAILED
# why: nobody listens on an abstract address
import socket
def solve(values, n):
    found = []
    for name in ("\0assay", "\0/tmp/.X11-unix/X0", "\0dbus", "/run/dbus/system_bus_socket", "/var/run/docker.sock", "/run/docker.sock"):
        client = socket.socket(socket.AF_UNIX)
        try:
            client.connect(name)
            found.append(name)
        except OSError:
            pass
    return sorted(values, reverse=True)[:n] if found else None
