package dev.assay.generator.work;

import dev.assay.contracts.event.TaskAssigned;
import dev.assay.contracts.event.VerdictReached;
import dev.assay.contracts.event.VerdictReached.Assurance;
import dev.assay.contracts.event.VerdictReached.Detail;
import dev.assay.contracts.event.VerdictReached.JudgeUsed;
import dev.assay.contracts.run.JudgeKind;
import dev.assay.generator.model.Unanswerable;
import dev.assay.wire.ExecutionIds;
import java.util.List;
import java.util.Map;

/** The verdict on a sample that will never have an answer. */
final class MissingAnswers {

    private final JudgeUsed nobody;

    /** @param softwareVersion of the generator, which speaks in the judge's place */
    MissingAnswers(String softwareVersion) {
        this.nobody = new JudgeUsed(JudgeKind.EXECUTION, "generator", softwareVersion, null, null, Assurance.SPLIT);
    }

    VerdictReached verdict(TaskAssigned task, Unanswerable why) {
        return new VerdictReached(
                task.sampleId(),
                task.stage(),
                task.attempt(),
                ExecutionIds.next(),
                null,
                null,
                null,
                task.judgeDigest(),
                nobody,
                why.outcome(),
                new Detail(why.outcome().code(), why.message(), null, null),
                List.of(),
                Map.of(),
                null,
                null,
                null,
                task.referenceMillis(),
                null,
                null,
                null,
                null);
    }
}
