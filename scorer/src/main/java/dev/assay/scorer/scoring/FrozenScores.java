package dev.assay.scorer.scoring;

import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.json.Json;
import dev.assay.scorer.execution.ScorerStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Scores that are kept as they were published. */
@ApplicationScoped
public class FrozenScores {

    private final ScorerStore store;

    FrozenScores(ScorerStore store) {
        this.store = store;
    }

    /**
     * Keeps the scores of all subjects of a run; where a revision is kept already, that one stays.
     *
     * @param scored one per subject, in the run's order
     */
    public void add(int runNo, List<RunScored> scored) {
        store.jdbi().useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO scorer.score (run_no, subject_no, revision, document)
                    VALUES (:run, :subject, :revision, :document::json)
                    ON CONFLICT DO NOTHING""");
            for (int subjectNo = 0; subjectNo < scored.size(); subjectNo++) {
                batch.bind("run", runNo)
                        .bind("subject", subjectNo)
                        .bind("revision", scored.get(subjectNo).revision())
                        .bind("document", Json.text(scored.get(subjectNo)))
                        .add();
            }
            batch.execute();
        });
    }

    /** The newest revision of each subject's scores, in the run's order; empty before the run was judged. */
    public List<RunScored> newest(int runNo) {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT ON (subject_no) document FROM scorer.score
                        WHERE run_no = :run ORDER BY subject_no, revision DESC""")
                        .bind("run", runNo)
                        .map((row, context) -> Json.read(row.getString(1), RunScored.class))
                        .list());
    }
}
