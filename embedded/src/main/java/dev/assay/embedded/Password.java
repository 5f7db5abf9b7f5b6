package dev.assay.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** The secret of one server: 32 random bytes in a file that only its owner can read. */
record Password(Path file, String value) {
    private static final int BYTES = 32;

    /** Reads the folder's password; makes one on first use. */
    static Password in(Folder folder) throws IOException {
        Path file = folder.resolve("password");
        if (Files.notExists(file)) {
            write(file, random());
        }
        return new Password(file, Files.readString(file).strip());
    }

    private static void write(Path file, String value) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            channel.write(java.nio.charset.StandardCharsets.US_ASCII.encode(value));
        }
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "the password in " + file;
    }
}
