package dev.assay.cli.command;

import dev.assay.cli.exit.ExitCode;
import dev.assay.cli.stack.Services;
import dev.assay.contracts.id.RunId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code assay cancel}. */
@Command(name = "cancel", description = "Gives a run up for good; what was judged is kept.")
public final class CancelCommand implements Callable<Integer> {

    @Mixin
    RunParameter run;

    @Mixin
    ServicesOptions services;

    @Mixin
    TerminalOptions terminal;

    @Override
    public Integer call() {
        RunId id = run.id();
        try (Services connected = services.connect(terminal)) {
            connected.client().cancel(id);
            terminal.say("run " + id + " is cancelled");
        }
        return ExitCode.OK.number();
    }
}
