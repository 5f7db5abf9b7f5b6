package dev.assay.orchestrator.ledger;

import dev.assay.contracts.event.VerdictsStored.Stored;
import dev.assay.contracts.id.RunId;
import dev.assay.orchestrator.database.Database;
import dev.assay.orchestrator.run.ReferenceVerdict;
import dev.assay.orchestrator.run.ReferenceVerdicts;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Takes acknowledged samples out of the ledger. A row that is taken out is counted; a verdict that finds no row (it came
 * twice, late, or after its run was cancelled) changes nothing.
 */
@Singleton
public class Settlement {
    private static final Logger LOG = Logger.getLogger(Settlement.class);
    private static final String KEY = "o.run_no, o.subject_no, o.task_no, o.sample_index, o.stage, o.round, o.attempt";

    private final Jdbi jdbi;
    private final PlannedRuns runs;
    private final ReferenceVerdicts references;

    Settlement(Database database, PlannedRuns runs, ReferenceVerdicts references) {
        this.jdbi = database.jdbi();
        this.runs = runs;
        this.references = references;
    }

    /**
     * Settles what these verdicts acknowledge: a conclusive one ends its sample; one that says NOT_JUDGED makes it due
     * again, until it was tried as often as is allowed or trying again is of no use.
     *
     * @param maxAttempts how often a sample is tried, at least 1
     * @return how many samples are settled by this
     */
    public int settle(Collection<Stored> verdicts, int maxAttempts) {
        return jdbi.inTransaction(handle -> {
            List<Acknowledgement> acknowledged = found(handle, verdicts);
            List<Acknowledgement> conclusive = those(acknowledged, Acknowledgement::conclusive);
            List<Acknowledgement> hopeless = those(acknowledged, each -> !each.conclusive() && !each.retryable());
            List<Acknowledgement> retryable = those(acknowledged, Acknowledgement::retryable);
            List<Outstanding> judged = take(handle, conclusive, "true");
            keepReferences(handle, conclusive, judged);
            List<Outstanding> givenUp = new ArrayList<>(take(handle, hopeless, "o.attempt <= a.attempt"));
            givenUp.addAll(take(
                    handle, retryable, "o.attempt <= a.attempt AND NOT o.due AND o.failures + 1 >= " + maxAttempts));
            keepReferences(handle, acknowledged, givenUp);
            tryAgain(handle, retryable);
            count(handle, judged);
            count(handle, givenUp);
            return judged.size() + givenUp.size();
        });
    }

    private List<Acknowledgement> found(Handle handle, Collection<Stored> verdicts) {
        List<Acknowledgement> found = new ArrayList<>();
        Map<RunId, List<Stored>> byRun = verdicts.stream()
                .collect(Collectors.groupingBy(each -> each.sampleId().run()));
        byRun.forEach((id, stored) -> {
            Optional<PlannedRun> run = runs.find(handle, id);
            if (run.isEmpty()) {
                LOG.warnf("%d verdicts of the unknown run %s are passed over", stored.size(), id);
                return;
            }
            for (Stored each : stored) {
                Acknowledgement.of(run.get(), each).ifPresent(found::add);
            }
        });
        return found;
    }

    private static List<Acknowledgement> those(List<Acknowledgement> all, Predicate<Acknowledgement> wanted) {
        return all.stream().filter(wanted).toList();
    }

    private static List<Outstanding> take(Handle handle, List<Acknowledgement> acknowledged, String condition) {
        Places places = places(acknowledged);
        if (places.isEmpty()) {
            return List.of();
        }
        String sql = "DELETE FROM orchestrator.outstanding o USING " + Places.ROWS + " WHERE " + Places.JOIN + " AND ("
                + condition + ") RETURNING " + KEY;
        return places.bind(handle.createQuery(sql))
                .map((row, context) -> Ledger.outstanding(row))
                .list();
    }

    private static void tryAgain(Handle handle, List<Acknowledgement> retryable) {
        Places places = places(retryable);
        if (!places.isEmpty()) {
            places.bind(handle.createUpdate(
                            "UPDATE orchestrator.outstanding o SET due = true, failures = o.failures + 1" + " FROM "
                                    + Places.ROWS + " WHERE " + Places.JOIN
                                    + " AND o.attempt <= a.attempt AND NOT o.due"))
                    .execute();
        }
    }

    private static Places places(List<Acknowledgement> acknowledged) {
        return new Places(acknowledged.stream().map(Acknowledgement::sample).toList());
    }

    /** Rows settled by a verdict on a reference: the verdict is kept. */
    private void keepReferences(Handle handle, List<Acknowledgement> acknowledged, List<Outstanding> settled) {
        Map<String, ReferenceVerdict> verdicts = new TreeMap<>();
        for (Acknowledgement each : acknowledged) {
            each.reference().ifPresent(verdict -> verdicts.putIfAbsent(key(each.sample()), verdict));
        }
        if (!verdicts.isEmpty()) {
            List<ReferenceVerdict> kept = new ArrayList<>();
            for (Outstanding sample : settled) {
                @Nullable ReferenceVerdict verdict = verdicts.get(key(sample));
                if (verdict != null) {
                    kept.add(verdict);
                }
            }
            references.put(handle, kept);
        }
    }

    private static String key(Outstanding sample) {
        return sample.runNo() + "/" + sample.taskNo() + "/" + sample.index();
    }

    private static void count(Handle handle, List<Outstanding> settled) {
        Map<Subject, Long> counts = settled.stream()
                .collect(Collectors.groupingBy(
                        each -> new Subject(each.runNo(), each.subjectNo()), TreeMap::new, Collectors.counting()));
        counts.forEach((subject, count) -> handle.createUpdate("""
                        UPDATE orchestrator.run_subject SET settled = settled + :count, last_settled_at = :now
                        WHERE run_no = :run AND subject_no = :subject""")
                .bind("count", count)
                .bind("now", Instant.now())
                .bind("run", subject.runNo())
                .bind("subject", subject.subjectNo())
                .execute());
    }

    private record Subject(int runNo, int subjectNo) implements Comparable<Subject> {
        @Override
        public int compareTo(Subject other) {
            int byRun = Integer.compare(runNo, other.runNo);
            return byRun != 0 ? byRun : Integer.compare(subjectNo, other.subjectNo);
        }
    }
}
