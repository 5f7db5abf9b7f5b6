package dev.assay.cli.command;

import dev.assay.cli.exit.ExitCode;
import dev.assay.contracts.outcome.NotJudged;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.RunStatus;
import dev.assay.contracts.run.RunStatus.Progress;
import java.util.Locale;

/** Whether enough of a run could be judged. */
final class Completeness {

    private Completeness() {}

    static ExitCode exitCode(RunStatus status, double minCoverage, TerminalOptions terminal) {
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
