package dev.assay.cli.command;

import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import dev.assay.cli.client.ServicesClient;
import dev.assay.cli.progress.ProgressDisplay;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.RunStatus;
import java.time.Duration;

/** Follows a run to its end. */
final class RunWatch {

    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final ServicesClient services;

    RunWatch(ServicesClient services) {
        this.services = services;
    }

    /**
     * The last status of the run: finished, cancelled or paused by somebody else.
     *
     * @throws CommandFailure INTERRUPTED if this thread is interrupted; the run is then paused
     */
    RunStatus follow(RunId run, ProgressDisplay display) {
        while (true) {
            RunStatus status = services.status(run);
            display.show(status);
            if (status.record().state().isTerminal() || status.record().state() == RunState.PAUSED) {
                return status;
            }
            try {
                Thread.sleep(INTERVAL);
            } catch (InterruptedException e) {
                display.close();
                services.pause(run);
                throw new CommandFailure(
                        ExitCode.INTERRUPTED, "interrupted: run " + run + " is paused, nothing is lost");
            }
        }
    }
}
