package dev.assay.cli.command;

import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import dev.assay.cli.client.ServicesClient;
import dev.assay.contracts.id.RunId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.stream.Stream;

/** Writes a run's result files; each appears whole or not at all. */
final class ResultFiles {

    private final Path folder;

    private ResultFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the folder if there is none.
     *
     * @throws CommandFailure if nothing can be written there; so that a long run does not end in it
     */
    static ResultFiles in(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "probe", ".partial"));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "--out " + folder + ": cannot write there (" + e + ")");
        }
        return new ResultFiles(folder);
    }

    /** Writes {@code report.json}, {@code report.md}, {@code verdicts.jsonl} and {@code samples.jsonl}. */
    void write(ServicesClient services, RunId run) {
        try (Stream<String> verdicts = services.verdicts(run);
                Stream<String> samples = services.samples(run)) {
            write("verdicts.jsonl", verdicts);
            write("samples.jsonl", samples);
            write("report.md", services.reportMarkdown(run).lines());
            write("report.json", services.reportJson(run).lines());
        }
    }

    private void write(String name, Stream<String> lines) {
        try {
            Path partial = folder.resolve("." + name + ".partial");
            try {
                try (BufferedWriter writer = Files.newBufferedWriter(partial)) {
                    for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                        writer.write(each.next());
                        writer.write('\n');
                    }
                }
                Files.move(partial, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.INTERNAL, "cannot write " + folder.resolve(name) + " (" + e + ")");
        }
    }
}
