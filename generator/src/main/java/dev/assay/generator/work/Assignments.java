package dev.assay.generator.work;

import dev.assay.contracts.event.TaskAssigned;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.SampleId;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.json.Json;
import dev.assay.generator.answer.AnswerKey;
import dev.assay.generator.store.Documents;
import dev.assay.generator.store.GeneratorStore;
import dev.assay.generator.work.Lease.Leased;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The assignments: stored when they arrive, leased by who works on them, done when that is published. An assignment that
 * arrives again is to be done again, which costs no call, since its answer is stored.
 */
@ApplicationScoped
public class Assignments {

    private static final String ADD = """
            with stored as (
              insert into generator.assignment as a (run_id, subject, task_id, sample_index, stage, round,
                fingerprint, prompt_digest, epoch, attempt, document, traceparent)
              select * from unnest(:runs, :subjects, :tasks, :indexes, :stages, :rounds,
                :fingerprints, :promptDigests, :epochs, :attempts, :documents, :traceparents)
              on conflict (run_id, subject, task_id, sample_index, stage, round) do update
                set attempt = excluded.attempt, document = excluded.document, traceparent = excluded.traceparent
                where a.attempt <= excluded.attempt
              returning id, run_id, subject, attempt)
            insert into generator.pending as p (assignment_id, run_id, subject, attempt)
            select id, run_id, subject, attempt from stored
            on conflict (assignment_id) do update set attempt = excluded.attempt where p.attempt < excluded.attempt
            """;

    private static final String LEASE = """
            with free as (
              select assignment_id from generator.pending
              where run_id = :run and subject = :subject and lease is null
              order by assignment_id limit :limit
              for update skip locked),
            leased as (
              update generator.pending p set lease = :lease, leased_until = now() + make_interval(secs => :seconds)
              from free where p.assignment_id = free.assignment_id
              returning p.assignment_id)
            select a.id, a.document, a.traceparent
            from leased join generator.assignment a on a.id = leased.assignment_id
            order by a.id
            """;

    private static final String DONE = """
            delete from generator.pending p using unnest(:ids, :attempts) as done(id, attempt)
            where p.assignment_id = done.id and p.attempt <= done.attempt and p.lease = :lease
            """;

    private static final String FREE = """
            update generator.pending set lease = null, leased_until = null
            where assignment_id = any(:ids) and lease = :lease
            """;

    private static final String POSTPONE = """
            update generator.pending set leased_until = now() + make_interval(secs => :seconds)
            where assignment_id = any(:ids) and lease = :lease
            """;

    private final GeneratorStore store;

    Assignments(GeneratorStore store) {
        this.store = store;
    }

    private record Key(SampleId sample, int stage, int round) {}

    /** Stores assignments; of several for one sample and stage the highest attempt is kept. */
    public void add(Collection<Assignment> arrived) {
        Map<Key, Assignment> distinct = new LinkedHashMap<>();
        for (Assignment each : arrived) {
            TaskAssigned task = each.task();
            distinct.merge(
                    new Key(
                            task.sampleId(),
                            task.stage().ordinal(),
                            task.stage().round()),
                    each,
                    (one, other) -> one.task().attempt() > other.task().attempt() ? one : other);
        }
        List<Assignment> rows = distinct.values().stream()
                .sorted((one, other) ->
                        one.task().sampleId().compareTo(other.task().sampleId()))
                .toList();
        List<TaskAssigned> tasks = rows.stream().map(Assignment::task).toList();
        List<AnswerKey> keys = tasks.stream().map(AnswerKey::of).toList();
        store.jdbi()
                .useHandle(handle -> handle.createUpdate(ADD)
                        .bindArray(
                                "runs",
                                String.class,
                                column(tasks, task -> task.sampleId().run().value()))
                        .bindArray(
                                "subjects",
                                String.class,
                                column(tasks, task -> task.sampleId().subject().value()))
                        .bindArray(
                                "tasks",
                                String.class,
                                column(keys, key -> key.task().value()))
                        .bindArray("indexes", Integer.class, column(keys, AnswerKey::index))
                        .bindArray("stages", Integer.class, column(keys, AnswerKey::stage))
                        .bindArray("rounds", Integer.class, column(keys, AnswerKey::round))
                        .bindArray("fingerprints", String.class, column(keys, AnswerKey::fingerprint))
                        .bindArray(
                                "promptDigests",
                                String.class,
                                column(keys, key -> key.promptDigest().hex()))
                        .bindArray("epochs", String.class, column(keys, AnswerKey::epoch))
                        .bindArray("attempts", Integer.class, column(tasks, TaskAssigned::attempt))
                        .bind("documents", new Documents(column(tasks, Json::bytes)))
                        .bindArray(
                                "traceparents",
                                String.class,
                                rows.stream().map(Assignment::traceparent).toArray())
                        .execute());
    }

    /**
     * Leases what is free of this subject's assignments, oldest first; may be none.
     *
     * @param limit the most to lease
     * @param duration until another may take them over
     */
    public Lease lease(RunId run, SubjectName subject, int limit, Duration duration) {
        UUID lease = UUID.randomUUID();
        List<Leased> leased = store.jdbi()
                .withHandle(handle -> handle.createQuery(LEASE)
                        .bind("run", run.value())
                        .bind("subject", subject.value())
                        .bind("limit", limit)
                        .bind("lease", lease)
                        .bind("seconds", seconds(duration))
                        .map((row, context) -> new Leased(
                                row.getLong("id"),
                                new Assignment(
                                        Json.read(row.getBytes("document"), TaskAssigned.class),
                                        row.getString("traceparent"))))
                        .list());
        return new Lease(lease, leased);
    }

    /** These are done; what has been assigned anew meanwhile is free again. */
    public void done(UUID lease, Collection<Leased> done) {
        List<Leased> rows = List.copyOf(done);
        if (rows.isEmpty()) {
            return;
        }
        List<Long> ids = rows.stream().map(Leased::id).toList();
        store.jdbi().useTransaction(handle -> {
            int deleted = handle.createUpdate(DONE)
                    .bindArray("ids", Long.class, ids)
                    .bindArray(
                            "attempts",
                            Integer.class,
                            rows.stream()
                                    .map(row -> row.assignment().task().attempt())
                                    .toList())
                    .bind("lease", lease)
                    .execute();
            if (deleted < rows.size()) {
                handle.createUpdate(FREE)
                        .bindArray("ids", Long.class, ids)
                        .bind("lease", lease)
                        .execute();
            }
        });
    }

    /** These cannot be done now; they are free again after the pause. */
    public void postpone(UUID lease, Collection<Leased> postponed, Duration pause) {
        if (postponed.isEmpty()) {
            return;
        }
        List<Long> ids = postponed.stream().map(Leased::id).toList();
        store.jdbi()
                .useHandle(handle -> handle.createUpdate(POSTPONE)
                        .bindArray("ids", Long.class, ids)
                        .bind("lease", lease)
                        .bind("seconds", seconds(pause))
                        .execute());
    }

    /** Frees what was leased and neither done nor given back in time; says how many. */
    public int takeOverExpired() {
        return store.jdbi()
                .withHandle(handle -> handle.execute(
                        "update generator.pending set lease = null, leased_until = null where leased_until < now()"));
    }

    /** Forgets what is pending of this run; it is over. */
    public void drop(RunId run) {
        store.jdbi().useHandle(handle -> handle.execute("delete from generator.pending where run_id = ?", run.value()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    private static <S, T> List<T> column(List<S> rows, Function<S, T> value) {
        List<T> column = new ArrayList<>(rows.size());
        rows.forEach(row -> column.add(value.apply(row)));
        return column;
    }
}
