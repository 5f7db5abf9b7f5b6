package dev.assay.scorer.scoring;

import dev.assay.contracts.run.JudgeKind;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunRecord.JudgeUse;

/** The judge whose verdicts decide whether a sample passed: the first that its run waits for. */
public final class ScoredJudge {

    private ScoredJudge() {}

    /** Its kind, as verdicts are stored under it. */
    public static String of(RunRecord run) {
        return run.judges().stream()
                .filter(JudgeUse::blocking)
                .map(JudgeUse::kind)
                .findFirst()
                .orElse(JudgeKind.EXECUTION)
                .name();
    }
}
