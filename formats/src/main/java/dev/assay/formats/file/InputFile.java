package dev.assay.formats.file;

import dev.assay.formats.fault.Fault;
import dev.assay.formats.fault.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file that a user named; gzip is recognised by its first two bytes, whatever the file is called. */
public final class InputFile {

    private static final int GZIP_MAGIC_FIRST = 0x1f;
    private static final int GZIP_MAGIC_SECOND = 0x8b;
    private static final int BUFFER = 64 * 1024;

    private InputFile() {}

    /**
     * The unpacked bytes. The stream's own {@link IOException}s are put into words by {@link #reason}.
     *
     * @throws InvalidInputException if there is no such file, it is a folder or empty, or cannot be read
     */
    public static InputStream open(Path file) {
        if (Files.isDirectory(file)) {
            throw fault(file, "is a folder, not a file");
        }
        try {
            return unpacked(file, new BufferedInputStream(Files.newInputStream(file), BUFFER));
        } catch (IOException e) {
            throw fault(file, reason(e));
        }
    }

    /**
     * The whole text.
     *
     * @param maxBytes unpacked
     * @throws InvalidInputException also if it is longer, or not UTF-8
     */
    public static String text(Path file, int maxBytes) {
        byte[] bytes;
        try (InputStream in = open(file)) {
            bytes = in.readNBytes(maxBytes + 1);
        } catch (IOException e) {
            throw fault(file, reason(e));
        }
        if (bytes.length > maxBytes) {
            throw fault(file, "is larger than " + maxBytes / 1024 + " KiB, which is the most that is read here");
        }
        return decode(file, bytes);
    }

    /** What went wrong, in words for the user. */
    public static String reason(IOException problem) {
        return switch (problem) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "may not be read by this user";
            case EOFException _ -> "the gzip data is cut off";
            case ZipException broken -> "the gzip data is broken: " + broken.getMessage();
            case IOException other -> "cannot be read: " + other.getMessage();
        };
    }

    private static InputStream unpacked(Path file, BufferedInputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        if (first < 0) {
            in.close();
            throw fault(file, "is empty");
        }
        if (first != GZIP_MAGIC_FIRST || second != GZIP_MAGIC_SECOND) {
            return in;
        }
        try {
            return new GZIPInputStream(in, BUFFER);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static String decode(Path file, byte[] bytes) {
        int begin = Utf8.lengthOfByteOrderMark(bytes);
        try {
            return Utf8.decode(ByteBuffer.wrap(bytes, begin, bytes.length - begin));
        } catch (CharacterCodingException e) {
            String upToFault = new String(bytes, StandardCharsets.UTF_8);
            int at = upToFault.indexOf('\uFFFD');
            int line = 1
                    + (int) upToFault
                            .substring(0, Math.max(0, at))
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            throw new InvalidInputException(new Fault(file.toString(), line, null, "is not valid UTF-8"));
        }
    }

    private static InvalidInputException fault(Path file, String message) {
        return new InvalidInputException(new Fault(file.toString(), 0, null, message));
    }
}
