package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunState;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How much of a run must have been judged. */
public final class CompletenessOptions {

    @Option(
            names = "--min-coverage",
            defaultValue = "0.99",
            paramLabel = "SHARE",
            description = "Below this share of judged samples the exit code is 3 (default: ${DEFAULT-VALUE}).")
    double minCoverage;

    /** @throws CommandFailure if an option has a value that cannot work */
    void requireSane() {
        if (!(minCoverage >= 0 && minCoverage <= 1)) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "--min-coverage must be between 0 and 1, got " + minCoverage);
        }
    }

    /** How a run ended, by the frozen scores in its report; says what is missing. */
    ExitCode exitCode(RunRecord run, String report, TerminalOptions terminal) {
        if (run.state() != RunState.FINISHED) {
            terminal.say("run " + run.runId() + " is " + run.state().name().toLowerCase(Locale.ROOT));
            return ExitCode.INCOMPLETE;
        }
        boolean complete = true;
        for (JsonNode subject : Json.read(report, JsonNode.class).path("subjects")) {
            double coverage = subject.path("coverage").asDouble();
            if (coverage < minCoverage) {
                complete = false;
                terminal.say(String.format(
                        Locale.ROOT,
                        "%s: only %.1f %% of the samples could be judged (--min-coverage %.1f %%)",
                        subject.path("name").asText(),
                        coverage * 100,
                        minCoverage * 100));
            }
        }
        return complete ? ExitCode.OK : ExitCode.INCOMPLETE;
    }
}
