package dev.assay.cli.command;

import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import dev.assay.contracts.id.RunId;
import picocli.CommandLine.Parameters;

/** Which run is meant. */
public final class RunParameter {

    @Parameters(paramLabel = "RUN", description = "Id of a run, as assay runs lists them.")
    String run;

    /** @throws CommandFailure if no run can have such an id */
    RunId id() {
        try {
            return new RunId(run);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "RUN: " + e.getMessage());
        }
    }
}
