package dev.assay.sandboxrunner.sandbox;

/** Runs one sample at a time; nothing of a sample is left when the next begins. Not thread-safe. */
public interface Slot extends AutoCloseable {

    /**
     * Runs a sample and waits for its end.
     *
     * @throws SlotDiedException if the slot ended or did not answer in time; it must be closed then
     */
    Observation run(Submission submission) throws SlotDiedException;

    /** Ends every process of the slot; idempotent. */
    @Override
    void close();
}
