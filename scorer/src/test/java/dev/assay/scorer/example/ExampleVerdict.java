package dev.assay.scorer.example;

import dev.assay.contracts.event.Generation;
import dev.assay.contracts.event.Generation.Cost;
import dev.assay.contracts.event.Generation.Extraction;
import dev.assay.contracts.event.Generation.Finish;
import dev.assay.contracts.event.Generation.Timing;
import dev.assay.contracts.event.VerdictReached;
import dev.assay.contracts.event.VerdictReached.Assurance;
import dev.assay.contracts.event.VerdictReached.Detail;
import dev.assay.contracts.event.VerdictReached.GroupResult;
import dev.assay.contracts.event.VerdictReached.IsolationUsed;
import dev.assay.contracts.event.VerdictReached.JudgeUsed;
import dev.assay.contracts.event.VerdictReached.Resources;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.SampleId;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.outcome.NotJudged;
import dev.assay.contracts.outcome.NotJudged.Blame;
import dev.assay.contracts.outcome.Outcome;
import dev.assay.contracts.run.Isolation;
import dev.assay.contracts.run.JudgeKind;
import dev.assay.contracts.run.Stage;
import dev.assay.contracts.run.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Verdicts on samples of {@link ExampleRun}. */
public final class ExampleVerdict {

    private static final NotJudged SLOT_DIED = new NotJudged("SLOT_DIED", Blame.SANDBOX, true);

    private final SampleId sample;
    private Outcome outcome = Judged.PASSED;
    private String executionId;
    private @Nullable String supersedes;
    private String code;
    private List<GroupResult> groups;
    private JudgeUsed judge = new JudgeUsed(JudgeKind.EXECUTION, "python", "1", null, null, Assurance.SPLIT);
    private @Nullable SampleId answerReusedFrom;

    private ExampleVerdict(SampleId sample) {
        this.sample = sample;
        this.executionId = "execution of " + sample;
        this.code = "code of " + sample;
        this.groups = List.of(new GroupResult("base", Judged.PASSED, 1, 1));
    }

    public static ExampleVerdict on(SampleId sample) {
        return new ExampleVerdict(sample);
    }

    public ExampleVerdict outcome(Judged judged) {
        outcome = judged;
        groups = List.of(new GroupResult("base", judged, judged == Judged.PASSED ? 1 : 0, 1));
        return this;
    }

    public ExampleVerdict notJudged() {
        outcome = SLOT_DIED;
        groups = List.of();
        return this;
    }

    public ExampleVerdict groups(Judged base, Judged plus) {
        outcome = plus;
        groups = List.of(new GroupResult("base", base, 1, 1), new GroupResult("plus", plus, 3, 9));
        return this;
    }

    public ExampleVerdict execution(String id) {
        executionId = id;
        return this;
    }

    public ExampleVerdict superseding(String id) {
        supersedes = id;
        return this;
    }

    public ExampleVerdict code(String text) {
        code = text;
        return this;
    }

    public ExampleVerdict judge(JudgeUsed used) {
        judge = used;
        return this;
    }

    public ExampleVerdict answerReusedFrom(SampleId other) {
        answerReusedFrom = other;
        return this;
    }

    public VerdictReached reached() {
        return new VerdictReached(
                sample,
                Stage.MAIN,
                1,
                executionId,
                supersedes,
                Digest.of("answer of " + code),
                Digest.of(code),
                Digest.of("judge"),
                judge,
                outcome,
                outcome == Judged.PASSED ? null : new Detail("AssertionError", "expected 1, got \u0000", "check", null),
                groups,
                Map.of(),
                new Resources(40, 30, 9_000),
                null,
                null,
                null,
                "class",
                new IsolationUsed(Isolation.HOST_NS, "python 3.11", "host"),
                null,
                generation());
    }

    private Generation generation() {
        return new Generation(
                Extraction.VERBATIM,
                Finish.UNKNOWN,
                null,
                "model-1",
                null,
                null,
                null,
                null,
                null,
                new Usage(100, 10 + sample.index(), null, null, false),
                new Timing(null, null, 100L + sample.index(), 1_000L, 1),
                new Cost(new BigDecimal("0.10"), "USD", Digest.of("prices")),
                answerReusedFrom);
    }

    /**
     * A verdict on each sample of a run: alpha passes all but task 1, and of task 0 only group base with sample 0; beta fails
     * with every sample from 3 on, and its sample 0 of task 2 could not be judged.
     */
    public static List<VerdictReached> all(int run) {
        List<VerdictReached> verdicts = new ArrayList<>();
        for (int task = 0; task < ExampleRun.PLAN.tasks().size(); task++) {
            for (int index = 0; index < ExampleRun.SAMPLES; index++) {
                verdicts.add(alpha(run, task, index).reached());
                verdicts.add(beta(run, task, index).reached());
            }
        }
        return verdicts;
    }

    private static ExampleVerdict alpha(int run, int task, int index) {
        ExampleVerdict verdict = on(ExampleRun.sample(run, 0, task, index));
        if (task == 0) {
            return verdict.groups(Judged.PASSED, index == 0 ? Judged.FAILED : Judged.PASSED);
        }
        return verdict.outcome(task == 1 ? Judged.TIMEOUT : Judged.PASSED);
    }

    private static ExampleVerdict beta(int run, int task, int index) {
        ExampleVerdict verdict = on(ExampleRun.sample(run, 1, task, index));
        if (task == 2 && index == 0) {
            return verdict.notJudged();
        }
        return verdict.outcome(index < 3 ? Judged.PASSED : Judged.FAILED);
    }
}
