package dev.assay.sandboxrunner.sandbox.host;

import dev.assay.contracts.json.Json;
import dev.assay.sandboxrunner.sandbox.SandboxUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A CPython and what of the file system it needs.
 *
 * @param executable the real interpreter, no version manager's shim
 * @param version e.g. {@code 3.11.2}
 * @param closure paths to show inside the sandbox, none below another
 */
public record Interpreter(Path executable, String version, List<Path> closure) {

    private static final List<Path> ROOTS = Stream.of("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")
            .map(Path::of)
            .toList();
    private static final int LEAST_MINOR = 9;
    private static final long ANSWER_SECONDS = 30;

    /** Says who it is and where its parts are: libraries from the memory map once the usual extensions are loaded. */
    private static final String QUESTION = """
            import json, os, sys, sysconfig
            for name in ("ctypes", "ssl", "sqlite3", "hashlib", "decimal", "lzma", "bz2", "zlib", "_random", "math"):
                try:
                    __import__(name)
                except ImportError:
                    pass
            binary = os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable)
            with open("/proc/self/maps") as maps:
                mapped = {line.split(None, 5)[5].strip() for line in maps if len(line.split(None, 5)) == 6}
            print(json.dumps({
                "implementation": sys.implementation.name,
                "version": "%d.%d.%d" % sys.version_info[:3],
                "major": sys.version_info[0],
                "minor": sys.version_info[1],
                "executable": sys.executable,
                "places": sorted({sys.base_prefix, sys.base_exec_prefix, sys.prefix, binary, sys.executable}
                                 | {path for path in mapped if path.startswith("/")}
                                 | {path for path in sys.path if path and os.path.isdir(path)}),
            }))
            """;

    /** Copies the closure. */
    public Interpreter {
        closure = List.copyOf(closure);
    }

    /**
     * The interpreter to use.
     *
     * @param wanted the configured one; null to look in {@code /usr/bin}, {@code /usr/local/bin} and then on the PATH
     * @throws SandboxUnavailableException if none answers as CPython 3.9 or later
     */
    public static Interpreter find(@Nullable Path wanted) {
        List<Path> candidates = wanted != null ? List.of(wanted) : usual();
        List<String> refused = new ArrayList<>();
        for (Path candidate : candidates) {
            if (Files.isExecutable(candidate)) {
                Optional<Interpreter> found = ask(candidate, refused);
                if (found.isPresent()) {
                    return found.get();
                }
            } else if (wanted != null) {
                refused.add(candidate + " is not an executable file");
            }
        }
        throw new SandboxUnavailableException(
                "No usable Python interpreter"
                        + (refused.isEmpty() ? "" : " (" + String.join("; ", refused) + ")")
                        + ": install CPython 3.9 or later (Debian, Ubuntu: apt-get install python3), or name one with assay.sandbox.python");
    }

    private static List<Path> usual() {
        List<Path> paths = new ArrayList<>(List.of(Path.of("/usr/bin/python3"), Path.of("/usr/local/bin/python3")));
        String path = System.getenv("PATH");
        if (path != null) {
            Arrays.stream(path.split(":"))
                    .filter(part -> part.startsWith("/"))
                    .map(part -> Path.of(part, "python3"))
                    .forEach(paths::add);
        }
        return paths;
    }

    private static Optional<Interpreter> ask(Path candidate, List<String> refused) {
        try {
            Process process = new ProcessBuilder(candidate.toString(), "-I", "-B", "-c", QUESTION)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            byte[] answer;
            try (var output = process.getInputStream()) {
                answer = output.readNBytes(1 << 20);
            }
            if (!process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                refused.add(candidate + " does not run");
                return Optional.empty();
            }
            return accept(candidate, Json.read(answer, Answer.class), refused);
        } catch (IOException | UncheckedIOException e) {
            refused.add(candidate + " does not say what it is");
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxUnavailableException("interrupted while looking for an interpreter");
        }
    }

    private static Optional<Interpreter> accept(Path candidate, Answer answer, List<String> refused) {
        if (!answer.implementation().equals("cpython") || answer.major() != 3 || answer.minor() < LEAST_MINOR) {
            refused.add(candidate + " is " + answer.implementation() + " " + answer.version());
            return Optional.empty();
        }
        return Optional.of(new Interpreter(Path.of(answer.executable()), answer.version(), closure(answer.places())));
    }

    /** The system's directories, and of the other places those that are not below them or one another. */
    private static List<Path> closure(List<String> places) {
        List<Path> shown = new ArrayList<>(ROOTS.stream().filter(Files::exists).toList());
        TreeSet<Path> others = new TreeSet<>();
        for (String place : places) {
            Path path = Path.of(place).normalize();
            if (path.getNameCount() > 0 && Files.exists(path)) {
                others.add(path);
            }
        }
        for (Path path : others) {
            if (shown.stream().noneMatch(path::startsWith)) {
                shown.add(path);
            }
        }
        return shown;
    }

    private record Answer(
            String implementation, String version, int major, int minor, String executable, List<String> places) {}
}
