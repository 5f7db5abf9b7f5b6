package dev.assay.formats;

import dev.assay.formats.fault.Fault;
import dev.assay.formats.fault.InvalidInputException;
import dev.assay.formats.fault.Suggestion;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What SUITE on the command line stands for. */
public sealed interface SuiteSource {

    /**
     * A suite that was registered before.
     *
     * @param version null means the latest
     */
    record Registered(String name, @Nullable String version) implements SuiteSource {}

    /**
     * Files.
     *
     * @param format null means that it is recognised from the content
     * @param path a suite's folder or a data file; it exists
     */
    record Data(@Nullable SuiteFormat format, Path path) implements SuiteSource {}

    /**
     * Understands {@code golden}, {@code golden@2.4}, {@code path/to/folder}, {@code data.jsonl.gz} and
     * {@code humaneval:FILE}. What exists as a path is a path.
     *
     * @throws InvalidInputException if it is none of these
     */
    static SuiteSource parse(String spec) {
        if (exists(spec)) {
            return new Data(null, Path.of(spec));
        }
        int colon = spec.indexOf(':');
        if (colon > 0) {
            return prefixed(spec, spec.substring(0, colon), spec.substring(colon + 1));
        }
        Matcher registered = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._+-]*)(?:@([A-Za-z0-9][A-Za-z0-9._+-]*))?")
                .matcher(spec);
        if (registered.matches() && !looksLikeFile(spec)) {
            return new Registered(registered.group(1), registered.group(2));
        }
        throw fault(spec, "there is no such file or folder");
    }

    private static SuiteSource prefixed(String spec, String prefix, String file) {
        SuiteFormat format = SuiteFormat.of(prefix)
                .orElseThrow(() -> fault(
                        spec,
                        "'" + prefix + "' is no format" + Suggestion.didYouMean(prefix, SuiteFormat.prefixes())
                                + " (there are " + String.join(", ", SuiteFormat.prefixes()) + ")"));
        if (!exists(file)) {
            throw fault(file, "there is no such file");
        }
        return new Data(format, Path.of(file));
    }

    private static boolean looksLikeFile(String spec) {
        return spec.matches(".*\\.(jsonl?|ya?ml|gz)");
    }

    private static boolean exists(String path) {
        try {
            return !path.isBlank() && Files.exists(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static InvalidInputException fault(String what, String message) {
        return new InvalidInputException(new Fault(what, 0, null, message));
    }
}
