package dev.assay.sandboxrunner.sandbox;

/** A slot ended, fell silent or spoke nonsense. Whether that was the sample's doing is for {@link JudgingPool} to find out. */
public final class SlotDiedException extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    /** @param message what was seen */
    public SlotDiedException(String message) {
        super(message);
        this.reason = message;
    }

    /** The message. */
    public String reason() {
        return reason;
    }
}
