package dev.assay.cli.command;

import dev.assay.cli.exit.ExitCode;
import dev.assay.cli.stack.Services;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay serve}. */
@Command(name = "serve", description = "Runs all services with REST on 127.0.0.1 until interrupted.")
public final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "PORT",
            description = "Of REST (default: ${DEFAULT-VALUE}).")
    int port;

    @Mixin
    ServicesOptions services;

    @Mixin
    TerminalOptions terminal;

    @Override
    public Integer call() throws InterruptedException {
        try (Services connected = services.connect(terminal, port, services.isolation())) {
            System.out.println("Assay is ready at " + connected.client().base() + "; Ctrl-C stops it");
            new CountDownLatch(1).await();
        }
        return ExitCode.OK.number();
    }
}
