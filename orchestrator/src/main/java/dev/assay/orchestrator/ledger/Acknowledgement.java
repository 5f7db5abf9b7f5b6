package dev.assay.orchestrator.ledger;

import dev.assay.contracts.event.VerdictsStored.Stored;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.outcome.NotJudged;
import dev.assay.contracts.run.JudgeKind;
import dev.assay.contracts.run.Purpose;
import dev.assay.contracts.run.RunPlan.PlannedTask;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunRecord.JudgeUse;
import dev.assay.orchestrator.run.ReferenceVerdict;
import java.util.Optional;

/** A stored verdict, found in the ledger. */
record Acknowledgement(PlannedRun run, Outstanding sample, Stored verdict) {
    /**
     * Finds what a stored verdict acknowledges.
     *
     * @return empty if its run has no such subject or task, or does not wait for judges of its kind
     */
    static Optional<Acknowledgement> of(PlannedRun run, Stored verdict) {
        RunRecord record = run.record();
        if (!waitsFor(record, verdict.judge())) {
            return Optional.empty();
        }
        return record.subjectNo(verdict.sampleId().subject())
                .flatMap(subjectNo -> run.taskNo(verdict.sampleId().task())
                        .map(taskNo -> new Acknowledgement(
                                run,
                                new Outstanding(
                                        record.runNo(),
                                        subjectNo,
                                        taskNo,
                                        verdict.sampleId().index(),
                                        verdict.stageOrdinal(),
                                        verdict.round(),
                                        verdict.attempt()),
                                verdict)));
    }

    private static boolean waitsFor(RunRecord run, JudgeKind kind) {
        return run.judges().stream().filter(use -> use.kind() == kind).allMatch(JudgeUse::blocking);
    }

    boolean conclusive() {
        return verdict.outcome() instanceof Judged;
    }

    /** Whether releasing the sample again can help. */
    boolean retryable() {
        return verdict.outcome() instanceof NotJudged notJudged && notJudged.retryable();
    }

    /** What it says about a reference answer; empty for samples of subjects under test. */
    Optional<ReferenceVerdict> reference() {
        PlannedTask task = run.plan().tasks().get(sample.taskNo());
        if (run.record().purpose() != Purpose.VALIDATION || task.reference() == null) {
            return Optional.empty();
        }
        return Optional.of(new ReferenceVerdict(
                task.taskDigest(), task.reference(), verdict.outcome(), verdict.cpuMillis(), verdict.message()));
    }
}
