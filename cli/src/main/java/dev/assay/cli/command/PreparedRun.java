package dev.assay.cli.command;

import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.RecordedAnswer;
import dev.assay.formats.recording.Recording;
import dev.assay.formats.recording.RecordingReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Recorded answers of all subjects of a run, read and checked before anything is started.
 *
 * @param subjects in the command line's order
 * @param warnings for the user
 */
record PreparedRun(List<PreparedSubject> subjects, List<String> warnings) implements AutoCloseable {

    /**
     * @param answers normalised, in a temporary file
     * @param samplesPerTask the most recorded for one task
     */
    record PreparedSubject(SubjectName name, Path answers, int samplesPerTask) {}

    /**
     * @param all every task of the suite
     * @param selected the tasks that will be run
     * @throws dev.assay.formats.fault.InvalidInputException if a recording is at fault
     */
    static PreparedRun of(List<SubjectSpec> specs, Collection<TaskId> all, Collection<TaskId> selected) {
        List<PreparedSubject> subjects = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        PreparedRun prepared = new PreparedRun(subjects, warnings);
        RecordingReader reader = new RecordingReader(all);
        try {
            for (SubjectSpec spec : specs) {
                Path answers = Files.createTempFile("assay-answers", ".jsonl");
                int index = subjects.size();
                subjects.add(new PreparedSubject(spec.name(), answers, 1));
                Recording recording = read(reader, spec.recordings(), answers);
                subjects.set(index, new PreparedSubject(spec.name(), answers, recording.maxSamplesPerTask()));
                recording.missing(selected).ifPresent(fault -> warnings.add(fault.toString()));
            }
            return prepared;
        } catch (IOException e) {
            prepared.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            prepared.close();
            throw e;
        }
    }

    private static Recording read(RecordingReader reader, Path file, Path answers) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(answers))) {
            return reader.read(file, answer -> append(out, answer));
        }
    }

    private static void append(OutputStream out, RecordedAnswer answer) {
        try {
            out.write(Json.bytes(answer));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        for (PreparedSubject subject : subjects) {
            try {
                Files.deleteIfExists(subject.answers());
            } catch (IOException e) {
                subject.answers().toFile().deleteOnExit();
            }
        }
    }
}
