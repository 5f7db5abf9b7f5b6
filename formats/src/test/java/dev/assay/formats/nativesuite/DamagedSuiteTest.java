package dev.assay.formats.nativesuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.fault.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a file is damaged, it is read, or refused with an address: nothing else ever comes out. */
class DamagedSuiteTest {

    private static final int TRIALS = 200;
    private static final String TASK = """
            id: add-one
            version: 1
            status: active
            category: generation
            language: python
            tags: [a, "b"]
            last_reviewed: "2026-11-21"
            variant_of: {task: add-one, kind: renamed}
            messages: [{role: user, content: add_one}]
            context_files: [{path: notes.txt}]
            reference: |
              def add_one(x):
                  return x + 1
            limits: {cpu_seconds: 2, memory_mb: 64}
            evaluation:
              - {group: tests, type: tests, entry_point: add_one, code: "def check(candidate): assert True"}
              - group: io
                type: io
                entry_point: add_one
                compare: approx
                cases:
                  - {input: [1, {"a": [1.5, null]}], output: 2}
            """;
    private static final String[] PIECES = {
        "[",
        "]",
        "{",
        "}",
        ":",
        "- ",
        "\"",
        "'",
        "&a ",
        "*a",
        "!!set ",
        "|",
        "\n",
        "\t",
        "~",
        "null",
        "-1",
        "1e999",
        ".inf",
        "\u0000",
        "\uFEFF",
        "\uD83D\uDE00",
        "../..",
        "999999999999999999999",
        "? ",
        "%",
        "@",
        "0x",
        "#",
        ","
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damagedFileIsReadOrRefusedWithAnAddress(long seed) {
        Random random = new Random(seed);
        SuiteOnDisk suite = new SuiteOnDisk(folder).write("notes.txt", "notes");
        for (int trial = 0; trial < TRIALS; trial++) {
            suite.task(damaged(TASK, random)).manifest(damaged(SuiteOnDisk.MANIFEST, random));
            try {
                suite.read();
            } catch (InvalidInputException e) {
                assertThat(e.faults())
                        .isNotEmpty()
                        .allSatisfy(fault -> assertThat(fault.file()).startsWith(folder.toString()));
            }
        }
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(4); i > 0 && !damaged.isEmpty(); i--) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 1 -> damaged.delete(at, Math.min(damaged.length(), at + 1 + random.nextInt(12)));
                default -> moveLine(damaged, random);
            }
        }
        return damaged.toString();
    }

    private static void moveLine(StringBuilder text, Random random) {
        List<String> lines = new ArrayList<>(text.toString().lines().toList());
        String line = lines.remove(random.nextInt(lines.size()));
        lines.add(random.nextInt(lines.size() + 1), line);
        text.setLength(0);
        text.append(String.join("\n", lines));
    }
}
