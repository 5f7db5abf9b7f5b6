package dev.assay.cli.command;

import dev.assay.cli.client.ServicesClient;
import dev.assay.cli.stack.LocalStack;
import dev.assay.cli.stack.Services;
import dev.assay.contracts.run.Isolation;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which services a command talks to. */
public final class ServicesOptions {

    @Option(
            names = "--data-dir",
            defaultValue = ".assay",
            paramLabel = "DIR",
            description = "Where history is kept between invocations (default: ${DEFAULT-VALUE}).")
    Path dataDir;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Talk to services elsewhere instead of starting them.")
    @Nullable
    URI server;

    @Option(names = "--token", paramLabel = "TOKEN", description = "API token for --server; better in ASSAY_TOKEN.")
    @Nullable
    String token;

    @Option(
            names = "--isolation",
            defaultValue = "HOST_NS",
            paramLabel = "LEVEL",
            description =
                    "The weakest sandbox that may execute answers: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Isolation isolation;

    @Option(names = "--concurrency", paramLabel = "N", description = "Samples executed at once; default: one per core.")
    @Nullable
    Integer concurrency;

    /** The weakest sandbox allowed. */
    Isolation isolation() {
        return isolation;
    }

    /** Connects to the services named, or starts them in this process. */
    Services connect(TerminalOptions terminal) {
        return connect(terminal, 0, isolation);
    }

    Services connect(TerminalOptions terminal, int port, Isolation minimum) {
        if (server != null) {
            return new Services.Remote(new ServicesClient(server, Optional.ofNullable(token)));
        }
        terminal.say("starting Kafka, PostgreSQL and the services in " + dataDir);
        return LocalStack.start(new LocalStack.Settings(dataDir, port, minimum, concurrency));
    }
}
