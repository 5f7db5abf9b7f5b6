package dev.assay.formats.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a stream at line feeds, holding one line at a time. */
final class LineSplitter {

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final int maxBytes;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;

    LineSplitter(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /**
     * The next line without its line feed; null after the last.
     *
     * @throws LineTooLongException if it has more than the allowed bytes
     */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean any = false;
        while (position < filled || fill()) {
            any = true;
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, position, end - position);
            boolean complete = end < filled;
            position = complete ? end + 1 : end;
            if (line.size() > maxBytes) {
                throw new LineTooLongException(maxBytes);
            }
            if (complete) {
                break;
            }
        }
        return any ? line.toByteArray() : null;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }
}
