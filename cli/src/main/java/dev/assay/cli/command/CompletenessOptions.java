package dev.assay.cli.command;

import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import dev.assay.contracts.outcome.NotJudged;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.RunStatus;
import dev.assay.contracts.run.RunStatus.Progress;
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

    /** How a run ended; says what is missing. */
    ExitCode exitCode(RunStatus status, TerminalOptions terminal) {
        if (status.record().state() != RunState.FINISHED) {
            terminal.say("run " + status.record().runId() + " is "
                    + status.record().state().name().toLowerCase(Locale.ROOT));
            return ExitCode.INCOMPLETE;
        }
        boolean complete = true;
        for (Progress progress : status.progress()) {
            int notJudged = progress.counts().getOrDefault(NotJudged.LABEL, 0);
            double coverage = progress.planned() == 0 ? 0 : 1 - (double) notJudged / progress.planned();
            if (coverage < minCoverage) {
                complete = false;
                terminal.say(String.format(
                        Locale.ROOT,
                        "%s: only %.1f %% of the samples could be judged (--min-coverage %.1f %%)",
                        progress.subject(),
                        coverage * 100,
                        minCoverage * 100));
            }
        }
        return complete ? ExitCode.OK : ExitCode.INCOMPLETE;
    }
}
