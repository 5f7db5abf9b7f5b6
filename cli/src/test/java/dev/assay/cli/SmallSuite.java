package dev.assay.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A suite of three tasks in a folder, each with one second of CPU time. */
final class SmallSuite {

    static final String MANIFEST = """
            name: small
            version: "1.0"
            limits: {cpu_seconds: 1}
            """;

    static final String ADD_ONE = """
            id: add-one
            category: generation
            language: python
            prompt: Write a Python function `add_one` that returns its argument plus one.
            reference: |
              def add_one(x):
                  return x + 1
            evaluation:
              - {group: io, type: io, entry_point: add_one, cases: [{input: [1], output: 2}, {input: [-1], output: 0}]}
            """;

    static final String IS_EVEN = """
            id: is-even
            category: generation
            language: python
            prompt: Write a Python function `is_even` that says whether a number is even.
            reference: |
              def is_even(x):
                  return x % 2 == 0
            evaluation:
              - {group: io, type: io, entry_point: is_even, cases: [{input: [4], output: true}, {input: [5], output: false}]}
            """;

    static final String SHOUT = """
            id: shout
            category: generation
            language: python
            prompt: Write a Python function `shout` that returns a text in capitals.
            reference: |
              def shout(text):
                  return text.upper()
            evaluation:
              - group: tests
                type: tests
                entry_point: shout
                code: |
                  def check(candidate):
                      assert candidate("ab") == "AB"
            """;

    private final Path folder;

    SmallSuite(Path folder) {
        this.folder = folder;
        write(folder.resolve("suite.yaml"), MANIFEST);
        task("add-one", ADD_ONE);
        task("is-even", IS_EVEN);
        task("shout", SHOUT);
    }

    SmallSuite task(String id, String text) {
        write(folder.resolve("tasks/" + id + ".yaml"), text);
        return this;
    }

    String path() {
        return folder.toString();
    }

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
