package dev.assay.formats.yaml;

/** YAML that is well-formed, but that we do not read. */
final class RefusedYamlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String reason;

    RefusedYamlException(int line, String reason) {
        super(reason);
        this.line = line;
        this.reason = reason;
    }

    int line() {
        return line;
    }

    String reason() {
        return reason;
    }
}
