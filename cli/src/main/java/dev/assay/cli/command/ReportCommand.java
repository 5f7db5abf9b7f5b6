package dev.assay.cli.command;

import dev.assay.cli.exit.ExitCode;
import dev.assay.cli.stack.Services;
import dev.assay.contracts.id.RunId;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay report}. */
@Command(name = "report", description = "Prints the report of a run.")
public final class ReportCommand implements Callable<Integer> {

    @Mixin
    RunParameter run;

    @Option(names = "--json", description = "Print report.json instead of the report for people.")
    boolean json;

    @Option(names = "--out", paramLabel = "DIR", description = "Write the result files, too.")
    @Nullable
    Path out;

    @Mixin
    ServicesOptions services;

    @Mixin
    TerminalOptions terminal;

    @Override
    public Integer call() {
        RunId id = run.id();
        services.requireSane();
        ResultFiles files = out == null ? null : ResultFiles.in(out);
        try (Services connected = services.connect(terminal)) {
            new Conclusion(files, json).print(connected.client().status(id).record(), connected.client());
        }
        return ExitCode.OK.number();
    }
}
