package dev.assay.cli;

import dev.assay.cli.exit.ExitCode;
import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;

/** Signals to end: the first interrupts the command, so that it can pause its run; the second ends the process at once. */
final class Interruption {

    private static final int SIGNAL_BASE = 128;

    private final Thread command;
    private final AtomicInteger received = new AtomicInteger();

    private Interruption(Thread command) {
        this.command = command;
    }

    /** From here on, Ctrl-C and SIGTERM interrupt the calling thread. */
    static Interruption ofThisThread() {
        Interruption interruption = new Interruption(Thread.currentThread());
        interruption.listenTo("INT");
        interruption.listenTo("TERM");
        return interruption;
    }

    private void listenTo(String name) {
        Signal.handle(new Signal(name), signal -> {
            int exitCode = SIGNAL_BASE + signal.getNumber();
            if (!received.compareAndSet(0, exitCode)) {
                Runtime.getRuntime().halt(exitCode);
            }
            command.interrupt();
        });
    }

    /** The exit code that names the signal, if a signal is why the command ended with {@code exitCode}. */
    int exitCode(int exitCode) {
        return exitCode == ExitCode.INTERRUPTED.number() && received.get() != 0 ? received.get() : exitCode;
    }
}
