package dev.assay.cli;

import com.sun.net.httpserver.HttpServer;
import dev.assay.cli.exit.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services elsewhere that cannot be used end a command with exit code 4 and what to do. */
class RemoteServicesTest {

    @Test
    void unreachableServicesAreNamed() {
        Invocation.of("runs", "--server", "http://127.0.0.1:1")
                .isRefused(ExitCode.UNAVAILABLE, "cannot reach Assay at http://127.0.0.1:1", "is it running");
        Invocation.of("runs", "--server", "http://nowhere.invalid")
                .isRefused(ExitCode.UNAVAILABLE, "cannot reach Assay at http://nowhere.invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "401, {}, set --token or ASSAY_TOKEN",
        "403, {}, set --token or ASSAY_TOKEN",
        "404, <html>nothing here</html>, is not this version of Assay (HTTP 404)",
        "200, <html>welcome</html>, is not this version of Assay",
        "500, {}, failed: HTTP 500",
        "503, '{\"title\": \"Busy\", \"detail\": \"come back later\"}', failed: Busy: come back later"
    })
    void servicesThatDoNotComplyAreToldApart(int status, String body, String message) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            Invocation.of(
                            "runs",
                            "--server",
                            "http://127.0.0.1:" + server.getAddress().getPort(),
                            "--token",
                            "secret-of-mine")
                    .isRefused(ExitCode.UNAVAILABLE, message);
        } finally {
            server.stop(0);
        }
    }
}
