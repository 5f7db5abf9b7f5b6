package dev.assay.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports on the loopback interface. */
final class Ports {
    static final String HOST = "127.0.0.1";

    /** Asks the system for any free port. */
    static final int ANY = 0;

    private Ports() {}

    /**
     * The port asked for, or a free one for {@link #ANY}. It is free at the moment of asking, and only then.
     *
     * @throws EmbeddedException when the port asked for is taken
     */
    static int free(int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedException(
                    "Port %d on %s is in use (%s). Stop what listens there or choose another port."
                            .formatted(wanted, HOST, e.getMessage()),
                    e);
        }
    }
}
