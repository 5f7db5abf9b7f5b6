package dev.assay.cli.command;

import dev.assay.cli.client.ServicesClient;
import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
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
            converter = ServerAddress.class,
            description = "Talk to services elsewhere instead of starting them.")
    @Nullable
    URI server;

    @Option(names = "--token", paramLabel = "TOKEN", description = "API token for --server; better in ASSAY_TOKEN.")
    @Nullable
    String token;

    @Option(
            names = "--isolation",
            paramLabel = "LEVEL",
            description =
                    "The weakest sandbox that may execute answers: ${COMPLETION-CANDIDATES} (default: HOST_NS; PROCESS for demo).")
    @Nullable
    Isolation isolation;

    @Option(names = "--concurrency", paramLabel = "N", description = "Samples executed at once; default: one per core.")
    @Nullable
    Integer concurrency;

    /** The weakest sandbox allowed for programs that nobody vouches for. */
    Isolation isolation() {
        return isolation(Isolation.HOST_NS);
    }

    /** The weakest sandbox allowed; {@code otherwise} if the user did not say. */
    Isolation isolation(Isolation otherwise) {
        return isolation == null ? otherwise : isolation;
    }

    /** @throws CommandFailure if an option has a value that cannot work */
    void requireSane() {
        if (concurrency != null && concurrency < 1) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "--concurrency must be at least 1, got " + concurrency);
        }
        if (token != null && !token.matches("[!-~]+")) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "--token: a token has visible ASCII characters only");
        }
    }

    /** Connects to the services named, or starts them in this process. */
    Services connect(TerminalOptions terminal) {
        return connect(terminal, 0, isolation());
    }

    Services connect(TerminalOptions terminal, int port, Isolation minimum) {
        requireSane();
        if (server != null) {
            return new Services.Remote(new ServicesClient(server, Optional.ofNullable(token)));
        }
        terminal.say("starting Kafka, PostgreSQL and the services in " + dataDir);
        return LocalStack.start(new LocalStack.Settings(dataDir, port, minimum, concurrency));
    }
}
