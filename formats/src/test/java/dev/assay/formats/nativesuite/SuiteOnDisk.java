package dev.assay.formats.nativesuite;

import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.contracts.suite.TaskDocument;
import dev.assay.formats.fault.Fault;
import dev.assay.formats.fault.Faults;
import dev.assay.formats.fault.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small suite in a temporary folder, sound until a test writes something else into it. */
final class SuiteOnDisk {

    static final String MANIFEST = """
            name: small
            version: "1.0"
            """;

    /** Lines 1 to 14; evaluation on 10, its group on 11. */
    static final String TASK = """
            id: add-one
            category: generation
            language: python
            prompt: |
              Write a Python function `add_one` that returns
              its argument plus one.
            reference: |
              def add_one(x):
                  return x + 1
            evaluation:
              - group: io
                type: io
                entry_point: add_one
                cases: [{input: [1], output: 2}]
            """;

    private final Path root;
    private final Faults faults = new Faults();

    SuiteOnDisk(Path root) {
        this.root = root;
        write("suite.yaml", MANIFEST);
        write("tasks/add-one.yaml", TASK);
    }

    Path root() {
        return root;
    }

    SuiteOnDisk manifest(String text) {
        return write("suite.yaml", text);
    }

    SuiteOnDisk task(String text) {
        return write("tasks/add-one.yaml", text);
    }

    /** The sound task with a part replaced, which must be there. */
    SuiteOnDisk taskWith(String part, String replacement) {
        if (!TASK.contains(part)) {
            throw new IllegalArgumentException("the sound task has no: " + part);
        }
        return task(TASK.replace(part, replacement));
    }

    SuiteOnDisk write(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SuiteDocument read() {
        return NativeSuite.read(root, faults);
    }

    TaskDocument readTask() {
        return read().tasks().getFirst();
    }

    /** The faults as a user sees them, paths below the suite's folder. */
    List<String> faults() {
        try {
            read();
            return List.of();
        } catch (InvalidInputException e) {
            return relative(e.faults());
        }
    }

    List<String> warnings() {
        read();
        return relative(faults.warnings());
    }

    private List<String> relative(List<Fault> found) {
        return found.stream()
                .map(fault -> fault.toString().replace(root + "/", ""))
                .toList();
    }
}
