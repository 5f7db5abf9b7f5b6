package dev.assay.generator.recording;

/** A recording could not be read; its message is for the one who uploaded it. */
public final class InvalidRecordingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidRecordingException(int line, String reason) {
        super("line " + line + ": " + reason);
    }

    InvalidRecordingException(String reason) {
        super(reason);
    }
}
