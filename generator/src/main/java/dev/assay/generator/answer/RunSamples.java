package dev.assay.generator.answer;

import dev.assay.contracts.event.Part;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.json.Json;
import dev.assay.generator.store.GeneratorStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/** The answers of a run, as they are stored so far. */
@ApplicationScoped
public class RunSamples {

    private static final int FETCH_SIZE = 500;
    private static final String QUERY = """
            select s.subject, s.task_id, s.sample_index, a.document, b.content
            from generator.assignment s
            join generator.answer a using (fingerprint, prompt_digest, task_id, stage, round, sample_index, epoch)
            left join generator.answer_blob b on b.digest = a.long_code
            where s.run_id = :run
            order by s.subject, s.task_id, s.sample_index, s.stage, s.round
            """;

    private final GeneratorStore store;

    RunSamples(GeneratorStore store) {
        this.store = store;
    }

    /** Hands over the samples of this run one by one, by subject, task and index. */
    public void forEach(RunId run, Consumer<SampleLine> consumer) {
        store.jdbi()
                .useTransaction(handle -> handle.createQuery(QUERY)
                        .bind("run", run.value())
                        .setFetchSize(FETCH_SIZE)
                        .map((row, context) -> line(row))
                        .useStream(lines -> lines.forEach(consumer)));
    }

    private static SampleLine line(ResultSet row) throws SQLException {
        StoredAnswer stored = Json.read(row.getBytes("document"), StoredAnswer.class);
        Part code = stored.raw() == null ? stored.parts().getFirst() : null;
        byte[] longCode = row.getBytes("content");
        return SampleLine.of(
                row.getString("subject"),
                row.getString("task_id"),
                row.getInt("sample_index"),
                stored,
                code == null ? null : code.form(),
                code == null || longCode == null
                        ? code == null ? null : code.body()
                        : new String(longCode, StandardCharsets.UTF_8));
    }
}
