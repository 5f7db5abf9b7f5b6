package dev.assay.sandboxrunner.sandbox;

import dev.assay.contracts.run.Isolation;

/** A way to shut programs in. What it claims is not believed: {@link SandboxProbe} proves its level. */
public interface Sandbox extends AutoCloseable {

    /** The level of isolation it means to give. */
    Isolation level();

    /** Interpreter and version, e.g. {@code CPython 3.11.2}. */
    String runtime();

    /**
     * Starts a slot; takes a fraction of a second.
     *
     * @throws SandboxUnavailableException with the reason and a remedy if this machine does not allow it
     */
    Slot open();

    /** Removes what the sandbox left on disk. Its slots must have been closed. */
    @Override
    void close();
}
