package dev.assay.formats.file;

import java.io.IOException;

/** A line that does not fit into memory as one piece. */
final class LineTooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    LineTooLongException(int maxBytes) {
        super("the line is longer than " + maxBytes / (1024 * 1024) + " MiB");
    }
}
