package dev.assay.cli.command;

import dev.assay.cli.progress.ProgressDisplay;
import dev.assay.cli.stack.Services;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.RunStatus;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay resume}. */
@Command(
        name = "resume",
        description = "Lets a paused or broken-off run go on to its end and prints the report.",
        footer = {
            "",
            "Answers that are stored are not asked for again, verdicts that are stored are kept.",
            "Exit codes: as of assay run."
        })
public final class ResumeCommand implements Callable<Integer> {

    @Mixin
    RunParameter run;

    @Mixin
    CompletenessOptions completeness;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write report.json, report.md, verdicts.jsonl, samples.jsonl.")
    @Nullable
    Path out;

    @Option(names = "--json", description = "Print report.json instead of the report for people.")
    boolean json;

    @Mixin
    ServicesOptions services;

    @Mixin
    TerminalOptions terminal;

    @Override
    public Integer call() {
        RunId id = run.id();
        services.requireSane();
        completeness.requireSane();
        ResultFiles files = out == null ? null : ResultFiles.in(out);
        try (Services connected = services.connect(terminal)) {
            if (connected.client().status(id).record().state() == RunState.PAUSED) {
                connected.client().resume(id);
            }
            RunStatus last;
            try (ProgressDisplay display = terminal.progress()) {
                last = new RunWatch(connected.client()).follow(id, display);
            }
            return new Conclusion(files, json).of(last, connected.client(), completeness, terminal);
        }
    }
}
