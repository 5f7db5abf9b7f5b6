package dev.assay.wire.rest;

/** Ends a request with a problem that its caller can mend. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final String detail;

    /**
     * @param status of HTTP, 400 to 599
     * @param title the same for every problem of its kind
     * @param detail what is wrong this time, for people
     */
    public ProblemException(int status, String title, String detail) {
        super(title + ": " + detail);
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    Problem problem() {
        return new Problem(status, title, detail);
    }
}
