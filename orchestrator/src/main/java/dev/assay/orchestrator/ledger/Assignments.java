package dev.assay.orchestrator.ledger;

import dev.assay.contracts.event.TaskAssigned;
import dev.assay.contracts.event.TaskAssigned.Input;
import dev.assay.contracts.event.TaskAssigned.Probe;
import dev.assay.contracts.id.SampleId;
import dev.assay.contracts.run.Provider;
import dev.assay.contracts.run.RunPlan.PlannedTask;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.Subject;
import dev.assay.contracts.suite.TaskMeta.Variant;
import dev.assay.orchestrator.run.Seeds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an outstanding sample into words for the generator. */
final class Assignments {
    private Assignments() {}

    /** The assignment of this sample; a reference answer is named only to a subject that answers with it. */
    static TaskAssigned of(PlannedRun run, Outstanding sample) {
        RunRecord record = run.record();
        Subject subject = record.subjects().get(sample.subjectNo());
        PlannedTask task = run.plan().tasks().get(sample.taskNo());
        return new TaskAssigned(
                new SampleId(record.runId(), subject.name(), task.id(), sample.index()),
                sample.attempt(),
                record.stages().get(sample.stage()),
                inputs(subject.provider(), task),
                record.suite().digest(),
                task.taskDigest(),
                task.promptDigest(),
                task.judgeDigest(),
                subject.fingerprint(),
                task.meta().language(),
                probe(task.meta().variantOf()),
                record.epoch(),
                Seeds.of(record.protocol().seed(), task.id(), sample.index()),
                null,
                record.protocol().budget() == null ? null : record.runId().value(),
                task.referenceMillis());
    }

    private static List<Input> inputs(Provider provider, PlannedTask task) {
        return switch (provider) {
            case Provider.Replay replay -> List.of();
            case Provider.Reference reference ->
                task.reference() == null
                        ? List.of()
                        : List.of(new Input(TaskAssigned.REFERENCE_ROLE, null, task.reference()));
        };
    }

    private static @Nullable Probe probe(@Nullable Variant variant) {
        return variant == null ? null : new Probe(variant.kind(), variant.task(), null);
    }
}
