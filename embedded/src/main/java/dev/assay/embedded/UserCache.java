package dev.assay.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where this user's programs keep what they can make again. */
final class UserCache {
    private UserCache() {}

    /** {@code $XDG_CACHE_HOME/assay}, or {@code ~/.cache/assay}; it need not exist. */
    static Path directory() {
        return base(System.getenv("XDG_CACHE_HOME")).resolve("assay");
    }

    private static Path base(@Nullable String configured) {
        return configured != null && Path.of(configured).isAbsolute()
                ? Path.of(configured)
                : Path.of(System.getProperty("user.home"), ".cache");
    }
}
