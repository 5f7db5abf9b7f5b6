package dev.assay.cli.command;

import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import dev.assay.cli.stack.Services;
import dev.assay.contracts.id.RunId;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay report}. */
@Command(name = "report", description = "Prints the report of a run.")
public final class ReportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "Id of a run, as assay runs lists them.")
    String run;

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
        RunId id = id();
        ResultFiles files = out == null ? null : ResultFiles.in(out);
        try (Services connected = services.connect(terminal)) {
            System.out.println(
                    json
                            ? connected.client().reportJson(id)
                            : connected.client().reportText(id));
            if (files != null) {
                files.write(connected.client(), id);
            }
        }
        return ExitCode.OK.number();
    }

    private RunId id() {
        try {
            return new RunId(run);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "RUN: " + e.getMessage());
        }
    }
}
