# expect: FAILED ERROR
# why: no network, not even the own machine's
import socket
def solve(values, n):
    for port in (22, 80, 443, 5432, 9092, 8080):
        with socket.socket() as client:
            client.settimeout(0.2)
            client.connect(("127.0.0.1", port))
