package dev.assay.generator.recording;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.RecordedAnswer;
import dev.assay.generator.recording.RecordingReader.Line;
import dev.assay.generator.store.Documents;
import dev.assay.generator.store.GeneratorStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The recordings that were uploaded. */
@ApplicationScoped
public class Recordings {

    private static final int LINES_PER_INSERT = 1_000;

    private final GeneratorStore store;

    Recordings(GeneratorStore store) {
        this.store = store;
    }

    /**
     * Stores a recording, or finds that it is stored already.
     *
     * @param lines JSON lines of {@link RecordedAnswer}, UTF-8; read as a stream, not closed
     * @return what it holds
     * @throws InvalidRecordingException if a line is not a recorded answer, or there is none
     * @throws IOException if the stream breaks; nothing is stored then
     */
    public RecordingSummary add(InputStream lines) throws IOException {
        try (RecordingReader reader = new RecordingReader(lines)) {
            return store.jdbi().inTransaction(handle -> {
                int id = handle.createQuery("insert into generator.recording default values returning id")
                        .mapTo(int.class)
                        .one();
                copy(handle, id, reader);
                RecordingSummary summary = reader.summary();
                if (summary.samples() == 0) {
                    throw new InvalidRecordingException("the recording holds no answer");
                }
                if (!claim(handle, id, summary)) {
                    handle.rollback();
                }
                return summary;
            });
        }
    }

    /** The answers that the recording has under these keys; none if there is no such recording. */
    public Map<RecordedKey, RecordedAnswer> find(Digest recording, List<RecordedKey> keys) {
        Map<RecordedKey, RecordedAnswer> found = new HashMap<>();
        store.jdbi()
                .useHandle(handle -> handle.createQuery("""
                        select a.task_id, a.sample_index, a.document
                        from unnest(:tasks, :indexes) as k(task_id, sample_index)
                        join generator.recording r on r.digest = :digest
                        join generator.recorded_answer a
                          on a.recording_id = r.id and a.task_id = k.task_id and a.sample_index = k.sample_index
                        """)
                        .bind("digest", recording.hex())
                        .bindArray(
                                "tasks",
                                String.class,
                                keys.stream().map(key -> key.task().value()).toList())
                        .bindArray(
                                "indexes",
                                Integer.class,
                                keys.stream().map(RecordedKey::index).toList())
                        .map((row, context) -> Map.entry(
                                new RecordedKey(new TaskId(row.getString("task_id")), row.getInt("sample_index")),
                                Json.read(row.getBytes("document"), RecordedAnswer.class)))
                        .forEach(entry -> found.put(entry.getKey(), entry.getValue())));
        return found;
    }

    private static void copy(Handle handle, int id, RecordingReader reader) throws IOException {
        List<Line> lines = new ArrayList<>(LINES_PER_INSERT);
        Line line = reader.next();
        while (line != null) {
            lines.add(line);
            line = reader.next();
            if (line == null || lines.size() == LINES_PER_INSERT) {
                insert(handle, id, lines);
                lines.clear();
            }
        }
    }

    private static void insert(Handle handle, int id, List<Line> lines) {
        handle.createUpdate("""
                        insert into generator.recorded_answer (recording_id, task_id, sample_index, document)
                        select :id, * from unnest(:tasks, :indexes, :documents)
                        """)
                .bind("id", id)
                .bindArray(
                        "tasks",
                        String.class,
                        lines.stream().map(line -> line.key().task().value()).toList())
                .bindArray(
                        "indexes",
                        Integer.class,
                        lines.stream().map(line -> line.key().index()).toList())
                .bind(
                        "documents",
                        new Documents(lines.stream().map(Line::document).toList()))
                .execute();
    }

    /** Gives the row its digest; false if another row has it. */
    private static boolean claim(Handle handle, int id, RecordingSummary summary) {
        handle.execute(
                "select pg_advisory_xact_lock(hashtext('generator.recording'), hashtext(?))",
                summary.digest().hex());
        return handle.createUpdate("""
                        update generator.recording
                        set digest = :digest, tasks = :tasks, samples = :samples, max_samples_per_task = :most
                        where id = :id and not exists (select from generator.recording where digest = :digest)
                        """)
                        .bind("id", id)
                        .bind("digest", summary.digest().hex())
                        .bind("tasks", summary.tasks())
                        .bind("samples", summary.samples())
                        .bind("most", summary.maxSamplesPerTask())
                        .execute()
                == 1;
    }
}
