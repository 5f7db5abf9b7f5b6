package dev.assay.cli.command;

import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import dev.assay.cli.stack.Services;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.RunRecord;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay runs}. */
@Command(name = "runs", description = "Lists the newest runs, newest first.")
public final class RunsCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private static final int MOST = 1_000;

    @Option(
            names = "--limit",
            defaultValue = "20",
            paramLabel = "N",
            description = "How many (default: ${DEFAULT-VALUE}).")
    int limit;

    @Option(names = "--json", description = "Print the full records, one JSON object per line.")
    boolean json;

    @Mixin
    ServicesOptions services;

    @Mixin
    TerminalOptions terminal;

    @Override
    public Integer call() {
        if (limit < 1 || limit > MOST) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "--limit must be between 1 and " + MOST + ", got " + limit);
        }
        try (Services connected = services.connect(terminal)) {
            List<RunRecord> runs = connected.client().runs(limit);
            if (runs.isEmpty()) {
                terminal.say("no runs yet; start one with assay run or assay demo");
            }
            runs.forEach(run -> System.out.println(json ? Json.text(run) : line(run)));
        }
        return ExitCode.OK.number();
    }

    private static String line(RunRecord run) {
        return String.format(
                Locale.ROOT,
                "%-16s %-10s %s  %s %s  %s",
                run.runId(),
                run.state(),
                TIME.format(run.createdAt()),
                run.suite().name(),
                run.suite().version(),
                run.subjects().stream().map(subject -> subject.name().value()).collect(Collectors.joining(", ")));
    }
}
