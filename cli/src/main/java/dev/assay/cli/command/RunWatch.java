package dev.assay.cli.command;

import dev.assay.cli.client.ServicesClient;
import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
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
        try {
            while (true) {
                RunStatus status = services.status(run);
                display.show(status);
                if (status.record().state().isTerminal() || status.record().state() == RunState.PAUSED) {
                    return status;
                }
                Thread.sleep(INTERVAL);
            }
        } catch (InterruptedException e) {
            throw paused(run, display);
        } catch (CommandFailure e) {
            // What broke off is the request for the status.
            throw e.exitCode() == ExitCode.INTERRUPTED ? paused(run, display) : e;
        }
    }

    private CommandFailure paused(RunId run, ProgressDisplay display) {
        Thread.interrupted();
        display.close();
        try {
            services.pause(run);
        } catch (CommandFailure e) {
            return new CommandFailure(
                    ExitCode.INTERRUPTED,
                    "interrupted; run " + run + " could not be paused (" + e.getMessage() + ") and goes on");
        }
        return new CommandFailure(
                ExitCode.INTERRUPTED,
                "interrupted; run " + run + " is paused and nothing is lost; to go on: assay resume " + run);
    }
}
