package dev.assay.formats.nativesuite;

import dev.assay.formats.fault.Fault;
import dev.assay.formats.fault.Faults;
import dev.assay.formats.fault.InvalidInputException;
import dev.assay.formats.file.InputFile;
import dev.assay.formats.yaml.YamlNode;
import dev.assay.formats.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The folder of a suite. No file outside it is ever read, whatever paths and symbolic links say. */
final class SuiteFolder {

    static final String MANIFEST = "suite.yaml";
    private static final String TASKS = "tasks";
    private static final int MAX_FILE_BYTES = 16 * 1024 * 1024;
    private static final int MAX_CONTEXT_BYTES = 1024 * 1024;
    private static final int MAX_TASKS = 100_000;
    private static final int MAX_DEPTH = 16;

    private final Path root;
    private final Path realRoot;
    private final Faults faults;

    SuiteFolder(Path root, Faults faults) {
        this.root = root;
        this.faults = faults;
        try {
            this.realRoot = root.toRealPath();
        } catch (IOException e) {
            throw new InvalidInputException(new Fault(root.toString(), 0, null, InputFile.reason(e)));
        }
    }

    Path manifest() {
        return root.resolve(MANIFEST);
    }

    /** Task files in the order of their paths; what is no task file there is named as a warning. */
    List<Path> taskFiles() {
        Path tasks = root.resolve(TASKS);
        if (!Files.isDirectory(tasks) || !isInside(tasks)) {
            faults.add(
                    tasks.toString(), 0, null, "there is no such folder in the suite; it holds a file for each task");
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(tasks, MAX_DEPTH)) {
            return walk.filter(path -> !Files.isDirectory(path) || Files.isSymbolicLink(path))
                    .filter(Predicate.not(SuiteFolder::isHidden))
                    .filter(this::isTaskFile)
                    .limit(MAX_TASKS)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            faults.add(tasks.toString(), 0, null, InputFile.reason(e));
            return List.of();
        }
    }

    /** The YAML in a file; empty if it cannot be read, then a fault says why. */
    Optional<YamlNode> yaml(Path file) {
        if (!isInside(file)) {
            faults.add(file.toString(), 0, null, "leads out of the suite's folder");
            return Optional.empty();
        }
        try {
            return YamlReader.read(file.toString(), InputFile.text(file, MAX_FILE_BYTES), faults);
        } catch (InvalidInputException e) {
            e.faults().forEach(fault -> faults.add(fault.file(), fault.line(), fault.field(), fault.message()));
            return Optional.empty();
        }
    }

    /** The text of a context file; empty if it may not or cannot be read, then a fault says why. */
    Optional<String> contextFile(Fields fields, String path) {
        Optional<Path> file = resolve(path);
        if (file.isEmpty()) {
            fields.fault("path", "'" + path + "' must be a path within the suite's folder, with forward slashes");
        } else if (file.get().startsWith(root.resolve(TASKS)) || file.get().equals(manifest())) {
            fields.fault(
                    "path", "'" + path + "' belongs to the suite itself and would show a subject how it is judged");
        } else if (!Files.isRegularFile(file.get())) {
            fields.fault("path", "there is no file '" + path + "' in the suite's folder");
        } else if (!isInside(file.get())) {
            fields.fault("path", "'" + path + "' leads out of the suite's folder");
        } else {
            return contextText(fields, file.get());
        }
        return Optional.empty();
    }

    private Optional<String> contextText(Fields fields, Path file) {
        try {
            return Optional.of(InputFile.text(file, MAX_CONTEXT_BYTES));
        } catch (InvalidInputException e) {
            fields.fault("path", "'" + file + "' " + e.faults().getFirst().message());
            return Optional.empty();
        }
    }

    private Optional<Path> resolve(String path) {
        if (path.contains("\\") || path.startsWith("/")) {
            return Optional.empty();
        }
        try {
            Path file = root.resolve(path).normalize();
            return file.startsWith(root.normalize())
                    ? Optional.of(root.resolve(root.normalize().relativize(file)))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private boolean isTaskFile(Path path) {
        String name = path.getFileName().toString();
        if (Files.isDirectory(path)) {
            faults.warn(path.toString(), 0, null, "is a link to a folder and is not followed");
            return false;
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return true;
        }
        if (!name.endsWith(".md")) {
            faults.warn(path.toString(), 0, null, "is no .yaml file and is not read as a task");
        }
        return false;
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private boolean isInside(Path file) {
        try {
            return file.toRealPath().startsWith(realRoot);
        } catch (IOException e) {
            return !Files.isSymbolicLink(file);
        }
    }
}
