package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.client.ServicesClient;
import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import dev.assay.cli.stack.Services;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.Isolation;
import dev.assay.contracts.run.RunStatus;
import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.contracts.suite.TaskDocument;
import dev.assay.formats.SuiteFormat;
import dev.assay.formats.SuiteReader;
import dev.assay.formats.SuiteSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay demo}. */
@Command(
        name = "demo",
        description = "Runs the bundled suite against the bundled recordings and prints the report.",
        footer = {"", "The recordings were written for the demo; they are no model's output."})
public final class DemoCommand implements Callable<Integer> {

    private static final List<String> SUBJECTS =
            List.of("demo-strong", "demo-weak", "demo-strong-resampled", "demo-regressed");
    private static final long SEED = 7;

    @Option(names = "--out", paramLabel = "DIR", description = "Write the result files, too.")
    @Nullable
    Path out;

    @Mixin
    ServicesOptions services;

    @Mixin
    TerminalOptions terminal;

    @Override
    public Integer call() {
        services.requireSane();
        // The bundled recordings are harmless, so that a machine which allows nothing better still shows the demo.
        Isolation minimum = services.isolation(Isolation.PROCESS);
        Path folder = home().resolve("suites/golden");
        SuiteDocument suite = new SuiteReader()
                .read(new SuiteSource.Data(SuiteFormat.NATIVE, folder))
                .document();
        List<TaskId> ids = suite.tasks().stream().map(TaskDocument::id).toList();
        ResultFiles files = out == null ? null : ResultFiles.in(out);
        try (PreparedRun prepared = PreparedRun.of(
                        SUBJECTS.stream().map(name -> spec(folder, name)).toList(), ids, ids);
                Services connected = services.connect(terminal, 0, minimum)) {
            RunStatus last = new EvaluationCommand(
                            suite, null, prepared, null, List.of(1, 5), SEED, minimum, true, true)
                    .perform(connected.client(), terminal);
            new Conclusion(files, false).print(last.record(), connected.client());
            warnOfWeakIsolation(connected.client(), last.record().runId());
            terminal.say("again at any time: assay report " + last.record().runId());
        }
        return ExitCode.OK.number();
    }

    private void warnOfWeakIsolation(ServicesClient client, RunId run) {
        try (Stream<String> verdicts = client.verdicts(run)) {
            if (verdicts.anyMatch(line ->
                    Json.read(line, JsonNode.class).path("isolation").asText().equals(Isolation.PROCESS.name()))) {
                terminal.say(
                        "warning: this machine allows isolation PROCESS only, good enough for the bundled recordings; "
                                + "other answers are not executed with it unless --isolation PROCESS says so. See assay doctor");
            }
        }
    }

    private static SubjectSpec spec(Path folder, String name) {
        try (Stream<Path> files = Files.list(folder.resolve("recordings"))) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(name + ".jsonl"))
                    .findFirst()
                    .map(file -> new SubjectSpec(new SubjectName(name), file))
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.INTERNAL, "the installation lacks the recording " + name + " in " + folder));
        } catch (java.io.IOException e) {
            throw new CommandFailure(ExitCode.INTERNAL, "the installation lacks the recordings in " + folder);
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("assay.home", "."));
    }
}
