package dev.assay.cli.command;

import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import dev.assay.cli.stack.Services;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.RunStatus;
import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.contracts.suite.TaskDocument;
import dev.assay.formats.ReadSuite;
import dev.assay.formats.SuiteReader;
import dev.assay.formats.SuiteSource;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay run}. */
@Command(
        name = "run",
        description = "Puts a suite to one or more subjects and reports how good they are.",
        footer = {
            "",
            "Examples:",
            "  assay run suites/golden --subject strong=replay:suites/golden/recordings/demo-strong.jsonl",
            "  assay run humaneval:HumanEval.jsonl.gz --subject codegen=replay:answers.jsonl.gz --k 1,10,100 --out results",
            "",
            "Exit codes: 0 finished, 2 bad input, 3 finished but incomplete, 4 services unavailable, 130 interrupted."
        })
public final class RunCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "SUITE",
            description = "A folder with suite.yaml, or a public data file: humaneval:FILE (.gz is read as is).")
    String suite;

    @Option(
            names = "--subject",
            required = true,
            paramLabel = "NAME=SPEC",
            description = "Who is tested; replay:FILE for recorded answers. May be repeated.")
    List<String> subjects;

    @Mixin
    SelectionOptions selection;

    @Option(names = "--samples", paramLabel = "N", description = "Samples per task; default: as many as recorded.")
    @Nullable
    Integer samples;

    @Option(
            names = "--k",
            split = ",",
            paramLabel = "K",
            description = "The k of pass@k, e.g. 1,10,100; default: 1, 5 and 10 as far as there are samples.")
    List<Integer> k = List.of();

    @Option(names = "--seed", defaultValue = "7", description = "Seed of the run (default: ${DEFAULT-VALUE}).")
    long seed;

    @Mixin
    CompletenessOptions completeness;

    @Option(names = "--no-reuse", description = "Execute identical code again.")
    boolean noReuse;

    @Option(names = "--no-validation", description = "Do not judge the suite's own references first.")
    boolean noValidation;

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
        requireSane();
        List<SubjectSpec> specs = SubjectSpec.parseAll(subjects);
        SuiteDocument document = readSuite();
        List<TaskId> selected = selection.select(document.tasks());
        List<TaskId> active = document.tasks().stream()
                .filter(task -> task.status() == TaskDocument.Status.ACTIVE)
                .map(TaskDocument::id)
                .toList();
        try (PreparedRun prepared = PreparedRun.of(
                specs,
                document.tasks().stream().map(TaskDocument::id).toList(),
                selected == null ? active : selected)) {
            prepared.warnings().forEach(warning -> terminal.say("warning: " + warning));
            ResultFiles files = out == null ? null : ResultFiles.in(out);
            EvaluationCommand evaluation = new EvaluationCommand(
                    document, selected, prepared, samples, k, seed, services.isolation(), !noReuse, !noValidation);
            try (Services connected = services.connect(terminal)) {
                RunStatus last = evaluation.perform(connected.client(), terminal);
                return new Conclusion(files, json).of(last, connected.client(), completeness, terminal);
            }
        }
    }

    private void requireSane() {
        completeness.requireSane();
        services.requireSane();
        if (samples != null && samples < 1) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "--samples must be at least 1, got " + samples);
        }
        for (int each : k) {
            if (each < 1) {
                throw new CommandFailure(ExitCode.BAD_INPUT, "--k: each value must be at least 1, got " + each);
            }
        }
    }

    private SuiteDocument readSuite() {
        return switch (SuiteSource.parse(suite)) {
            case SuiteSource.Data data -> {
                ReadSuite read = new SuiteReader().read(data);
                read.warnings().forEach(warning -> terminal.say("warning: " + warning));
                yield read.document();
            }
            case SuiteSource.Registered registered ->
                throw new CommandFailure(
                        ExitCode.BAD_INPUT,
                        "SUITE '" + registered.name()
                                + "': no such folder or file; registered suites by name are not supported yet, give the folder");
        };
    }
}
