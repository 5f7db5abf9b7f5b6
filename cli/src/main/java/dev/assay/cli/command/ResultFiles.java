package dev.assay.cli.command;

import dev.assay.cli.client.ServicesClient;
import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import dev.assay.contracts.run.RunRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
     * Checks that the folder can be written, or made; so that a long run does not end in it.
     *
     * @throws CommandFailure if not
     */
    static ResultFiles in(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT, "--out " + folder + ": " + existing + " is not a folder; choose another");
        }
        try {
            Files.delete(Files.createTempFile(existing, ".assay", ".partial"));
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "--out " + folder + ": " + existing + " cannot be written by " + System.getProperty("user.name")
                            + "; choose another");
        }
        return new ResultFiles(folder);
    }

    /** Writes {@code report.json}, {@code report.md}, {@code verdicts.jsonl} and {@code samples.jsonl}. */
    void write(ServicesClient services, RunRecord run) {
        try (Stream<String> verdicts = services.verdicts(run.runId());
                Stream<String> samples = services.samples(run.runId())) {
            write("verdicts.jsonl", verdicts);
            write("samples.jsonl", samples);
            write("report.md", services.reportMarkdown(run).lines());
            write("report.json", services.reportJson(run).lines());
        }
    }

    private void write(String name, Stream<String> lines) {
        try {
            Files.createDirectories(folder);
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
