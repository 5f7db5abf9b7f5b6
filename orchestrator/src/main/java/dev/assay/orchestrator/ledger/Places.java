package dev.assay.orchestrator.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/** Keys of the ledger as arrays, for statements on many rows at once. */
final class Places {
    /** The rows behind {@link #bind}, in the order of the columns of the ledger's key, then the attempt. */
    static final String ROWS = """
            unnest(:runs, :subjects, :tasks, :indexes, :stages, :rounds, :attempts)
                AS a (run_no, subject_no, task_no, sample_index, stage, round, attempt)""";

    /** Joins rows {@code o} of the ledger with {@link #ROWS}. */
    static final String JOIN = """
            o.run_no = a.run_no AND o.subject_no = a.subject_no AND o.task_no = a.task_no
                AND o.sample_index = a.sample_index AND o.stage = a.stage AND o.round = a.round""";

    private final List<Integer> runs = new ArrayList<>();
    private final List<Integer> subjects = new ArrayList<>();
    private final List<Integer> tasks = new ArrayList<>();
    private final List<Integer> indexes = new ArrayList<>();
    private final List<Integer> stages = new ArrayList<>();
    private final List<Integer> rounds = new ArrayList<>();
    private final List<Integer> attempts = new ArrayList<>();

    Places(Iterable<Outstanding> samples) {
        for (Outstanding each : samples) {
            runs.add(each.runNo());
            subjects.add(each.subjectNo());
            tasks.add(each.taskNo());
            indexes.add(each.index());
            stages.add(each.stage());
            rounds.add(each.round());
            attempts.add(each.attempt());
        }
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        return statement
                .bindArray("runs", Integer.class, runs)
                .bindArray("subjects", Integer.class, subjects)
                .bindArray("tasks", Integer.class, tasks)
                .bindArray("indexes", Integer.class, indexes)
                .bindArray("stages", Integer.class, stages)
                .bindArray("rounds", Integer.class, rounds)
                .bindArray("attempts", Integer.class, attempts);
    }
}
