package dev.assay.scorer.execution;

/** A verdict names a run, subject, task or sample that does not exist. The message says which. */
public final class UnknownSampleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownSampleException(String reason) {
        super(reason);
    }
}
