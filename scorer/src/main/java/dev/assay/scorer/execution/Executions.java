package dev.assay.scorer.execution;

import dev.assay.contracts.event.VerdictReached;
import dev.assay.contracts.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * All executions that ever arrived. Which of them counts is decided by the view {@code scorer.effective} and does not depend
 * on the order in which they came.
 */
@ApplicationScoped
public class Executions {

    private static final int FETCH = 500;

    private final ScorerStore store;

    Executions(ScorerStore store) {
        this.store = store;
    }

    /**
     * Stores these in one statement and one commit; those that are stored already stay as they are.
     *
     * @throws UnstorableException if the database refuses one of them; then none is stored
     */
    public void store(List<Execution> executions) {
        try {
            insert(executions);
        } catch (JdbiException e) {
            throw UnstorableException.orItself(e);
        }
    }

    private void insert(List<Execution> executions) {
        store.jdbi()
                .useTransaction(handle -> handle.createUpdate("""
                        INSERT INTO scorer.execution (run_no, subject_no, task_no, sample_index, stage_ordinal, round,
                            judge, execution_id, outcome, conclusive, supersedes, content_digest, document)
                        SELECT * FROM unnest(:runNo::int[], :subjectNo::int[], :taskNo::int[], :index::int[],
                            :stage::int[], :round::int[], :judge::text[], :execution::text[], :outcome::text[],
                            :conclusive::boolean[], :supersedes::text[], :content::text[], :document::json[])
                        ON CONFLICT DO NOTHING""")
                        .bindArray(
                                "runNo",
                                Integer.class,
                                column(executions, each -> each.key().runNo()))
                        .bindArray(
                                "subjectNo",
                                Integer.class,
                                column(executions, each -> each.key().subjectNo()))
                        .bindArray(
                                "taskNo",
                                Integer.class,
                                column(executions, each -> each.key().taskNo()))
                        .bindArray(
                                "index",
                                Integer.class,
                                column(executions, each -> each.key().index()))
                        .bindArray(
                                "stage",
                                Integer.class,
                                column(executions, each -> each.key().stageOrdinal()))
                        .bindArray(
                                "round",
                                Integer.class,
                                column(executions, each -> each.key().round()))
                        .bindArray(
                                "judge",
                                String.class,
                                column(executions, each -> each.key().judge()))
                        .bindArray(
                                "execution",
                                String.class,
                                column(executions, each -> each.key().executionId()))
                        .bindArray(
                                "outcome",
                                String.class,
                                column(
                                        executions,
                                        each -> each.verdict().outcome().label()))
                        .bindArray("conclusive", Boolean.class, column(executions, Execution::isConclusive))
                        .bindArray(
                                "supersedes",
                                String.class,
                                column(executions, each -> each.verdict().supersedes()))
                        .bindArray("content", String.class, column(executions, Execution::content))
                        .bindArray("document", String.class, column(executions, each -> Json.text(each.verdict())))
                        .execute());
    }

    /**
     * Tells the effective verdict of this judge on each sample of a subject, in the order of tasks and samples; of several
     * stages and rounds the last.
     */
    public void forEachSample(int runNo, int subjectNo, String judge, Consumer<VerdictReached> consumer) {
        forEach("""
                SELECT DISTINCT ON (task_no, sample_index) document FROM scorer.effective
                WHERE run_no = :run AND subject_no = :subject AND judge = :judge
                ORDER BY task_no, sample_index, stage_ordinal DESC, round DESC""", Map.of("run", runNo, "subject", subjectNo, "judge", judge), consumer);
    }

    /** Tells every effective verdict of a run, in the order of subjects, tasks, samples, stages, rounds and judges. */
    public void forEachEffective(int runNo, Consumer<VerdictReached> consumer) {
        forEach("""
                SELECT document FROM scorer.effective WHERE run_no = :run
                ORDER BY subject_no, task_no, sample_index, stage_ordinal, round, judge""", Map.of("run", runNo), consumer);
    }

    private void forEach(String sql, Map<String, ?> arguments, Consumer<VerdictReached> consumer) {
        store.jdbi().useTransaction(handle -> {
            Query query = handle.createQuery(sql).bindMap(arguments).setFetchSize(FETCH);
            ResultIterable<VerdictReached> verdicts =
                    query.map((row, context) -> Json.read(row.getString(1), VerdictReached.class));
            try (Stream<VerdictReached> stream = verdicts.stream()) {
                stream.forEach(consumer);
            }
        });
    }

    /** Samples of a run by the outcome's label of this judge's effective verdict, for each subject's number. */
    public Map<Integer, Map<String, Integer>> counts(int runNo, String judge) {
        Map<Integer, Map<String, Integer>> counts = new TreeMap<>();
        store.jdbi()
                .useHandle(handle -> handle.createQuery("""
                        SELECT subject_no, outcome, count(*) FROM (
                            SELECT DISTINCT ON (subject_no, task_no, sample_index) subject_no, outcome
                            FROM scorer.effective WHERE run_no = :run AND judge = :judge
                            ORDER BY subject_no, task_no, sample_index, stage_ordinal DESC, round DESC) AS sample
                        GROUP BY subject_no, outcome""")
                        .bind("run", runNo)
                        .bind("judge", judge)
                        .map((row, context) -> counts.computeIfAbsent(row.getInt(1), no -> new TreeMap<>())
                                .put(row.getString(2), row.getInt(3)))
                        .list());
        return counts;
    }

    /** The numbers of tasks on which executions of identical code disagreed whether it passes. */
    public Set<Integer> flakyTasks(int runNo) {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT task_no FROM (
                            SELECT task_no FROM scorer.standing
                            WHERE run_no = :run AND conclusive AND content_digest IS NOT NULL
                            GROUP BY subject_no, task_no, stage_ordinal, judge, content_digest
                            HAVING count(DISTINCT outcome = 'PASSED') > 1) AS disagreement""")
                        .bind("run", runNo)
                        .mapTo(Integer.class)
                        .set());
    }

    private static @Nullable Object[] column(List<Execution> executions, Function<Execution, @Nullable Object> value) {
        return executions.stream().map(value).toArray();
    }
}
