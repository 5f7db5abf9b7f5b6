package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.client.RegisteredSuite;
import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import dev.assay.cli.progress.ProgressDisplay;
import dev.assay.cli.stack.Services;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunRecord.Quarantine;
import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.contracts.suite.TaskDocument;
import dev.assay.formats.ReadSuite;
import dev.assay.formats.SuiteReader;
import dev.assay.formats.SuiteSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay suites}. */
@Command(
        name = "suites",
        description = "Checks, shows and lists suites.",
        subcommands = {SuitesCommand.Validate.class, SuitesCommand.Show.class, SuitesCommand.Listing.class})
public final class SuitesCommand {

    private static ReadSuite read(String suite) {
        return switch (SuiteSource.parse(suite)) {
            case SuiteSource.Data data -> new SuiteReader().read(data);
            case SuiteSource.Registered registered ->
                throw new CommandFailure(
                        ExitCode.BAD_INPUT, "SUITE '" + registered.name() + "': no such folder or file");
        };
    }

    /** {@code assay suites validate}. */
    @Command(
            name = "validate",
            description =
                    "Reports every fault of a suite with file, line and field; judges each reference and names tasks whose reference fails.")
    static final class Validate implements Callable<Integer> {

        @Parameters(
                paramLabel = "SUITE",
                description = "A folder with suite.yaml, or a public data file: humaneval:FILE.")
        String suite;

        @Option(names = "--static-only", description = "Check the files only, execute nothing.")
        boolean staticOnly;

        @Mixin
        ServicesOptions services;

        @Mixin
        TerminalOptions terminal;

        @Override
        public Integer call() {
            services.requireSane();
            ReadSuite read = read(suite);
            SuiteDocument document = read.document();
            read.warnings().forEach(warning -> terminal.say("warning: " + warning));
            String sound = document.name() + " " + document.version() + ": "
                    + document.tasks().size() + " tasks, no fault in the files";
            if (staticOnly) {
                System.out.println(sound);
                return ExitCode.OK.number();
            }
            try (Services connected = services.connect(terminal)) {
                RegisteredSuite registered = connected.client().register(document);
                RunRecord run = connected.client().validate(registered);
                try (ProgressDisplay display = terminal.progress()) {
                    new RunWatch(connected.client()).follow(run.runId(), display);
                }
                System.out.println(sound);
                return verdict(document, connected.client().quarantined(registered));
            }
        }

        private static int verdict(SuiteDocument document, List<Quarantine> quarantined) {
            long references = document.tasks().stream()
                    .filter(task -> task.reference() != null && task.status() == TaskDocument.Status.ACTIVE)
                    .count();
            System.out.println(
                    references - quarantined.size() + " of " + references + " references pass their own judge");
            for (Quarantine each : quarantined) {
                System.out.println("quarantined: " + each.task() + ": " + each.reason());
            }
            return (quarantined.isEmpty() ? ExitCode.OK : ExitCode.BAD_INPUT).number();
        }
    }

    /** {@code assay suites show}. */
    @Command(name = "show", description = "Shows the tasks of a suite.")
    static final class Show implements Callable<Integer> {

        @Parameters(
                paramLabel = "SUITE",
                description = "A folder with suite.yaml, or a public data file: humaneval:FILE.")
        String suite;

        @Override
        public Integer call() {
            SuiteDocument document = read(suite).document();
            System.out.println(document.name() + " " + document.version() + " (" + document.format() + ")"
                    + (document.description() == null
                            ? ""
                            : ": " + document.description().strip()));
            for (TaskDocument task : document.tasks()) {
                System.out.printf(
                        "%-40s %-12s %-7s %s%n",
                        task.id(),
                        task.meta().category(),
                        task.meta().complexity() == null ? "-" : task.meta().complexity(),
                        String.join(",", task.meta().tags()));
            }
            return ExitCode.OK.number();
        }
    }

    /** {@code assay suites list}. */
    @Command(name = "list", description = "Lists the registered suites.")
    static final class Listing implements Callable<Integer> {

        @Mixin
        ServicesOptions services;

        @Mixin
        TerminalOptions terminal;

        @Override
        public Integer call() {
            try (Services connected = services.connect(terminal)) {
                for (JsonNode suite : connected.client().suites()) {
                    System.out.printf(
                            "%-24s %-8s %5d tasks  %s%n",
                            suite.path("name").asText(),
                            suite.path("version").asText(),
                            suite.path("tasks").asInt(),
                            suite.path("digest").asText());
                }
            }
            return ExitCode.OK.number();
        }
    }
}
