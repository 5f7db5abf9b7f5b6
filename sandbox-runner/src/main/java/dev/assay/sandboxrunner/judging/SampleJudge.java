package dev.assay.sandboxrunner.judging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.assay.contracts.event.Part;
import dev.assay.contracts.event.SampleGenerated;
import dev.assay.contracts.event.TaskAssigned;
import dev.assay.contracts.event.VerdictReached;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.SampleId;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.outcome.NotJudged;
import dev.assay.contracts.outcome.NotJudged.Blame;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.suite.CodeForm;
import dev.assay.contracts.suite.Limits;
import dev.assay.sandboxrunner.sandbox.JudgeKit;
import dev.assay.sandboxrunner.sandbox.Judgement;
import dev.assay.sandboxrunner.sandbox.JudgingPool;
import dev.assay.sandboxrunner.sandbox.Submission;
import dev.assay.wire.ExecutionIds;
import dev.assay.wire.access.BlobKind;
import dev.assay.wire.blob.BlobUnavailableException;
import dev.assay.wire.blob.Blobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Judges one answer: fetches what it needs, executes, and says what it showed. */
@ApplicationScoped
public class SampleJudge {

    private static final long KITS = 1_000;
    private static final long EXECUTIONS = 50_000;

    private final Blobs blobs;
    private final Cache<Digest, JudgeKit> kits =
            Caffeine.newBuilder().maximumSize(KITS).build();
    private final Cache<Execution, Executed> executions = Caffeine.newBuilder()
            .maximumSize(EXECUTIONS)
            .expireAfterAccess(Duration.ofMinutes(30))
            .build();

    SampleJudge(Blobs blobs) {
        this.blobs = blobs;
    }

    /** The verdict; a failure of ours is a verdict, too, of outcome NOT_JUDGED. Blocks until it is reached. */
    public VerdictReached judge(SampleGenerated sample, RunRecord run, JudgingPool pool) {
        Verdicts verdicts = new Verdicts(sample, ExecutionIds.next());
        if (pool.level().compareTo(run.minimumIsolation()) < 0) {
            return verdicts.notExecuted(
                    new NotJudged("ISOLATION_TOO_WEAK", Blame.SANDBOX, true),
                    "this runner offers " + pool.level() + ", the run asks for " + run.minimumIsolation());
        }
        Optional<Part> code = sample.parts().stream()
                .filter(part -> part.type() == Part.Type.CODE)
                .findFirst();
        if (code.isEmpty()) {
            return verdicts.notExecuted(Judged.NO_CODE, "there is no code in the answer");
        }
        try {
            return execute(sample, run, pool, verdicts, code.get());
        } catch (BlobUnavailableException e) {
            return verdicts.notExecuted(
                    new NotJudged("BLOB_UNAVAILABLE", Blame.PIPELINE, !e.missing()), String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return verdicts.notExecuted(
                    new NotJudged("INVALID_JUDGE", Blame.SUITE, false), String.valueOf(e.getMessage()));
        }
    }

    private VerdictReached execute(
            SampleGenerated sample, RunRecord run, JudgingPool pool, Verdicts verdicts, Part part) {
        TaskAssigned assignment = sample.assignment();
        JudgeKit kit = kits.get(assignment.judgeDigest(), digest -> JudgeKit.read(blobs.fetch(BlobKind.JUDGE, digest)));
        Limits limits = assignment.referenceMillis() == null
                ? kit.judge().limits()
                : kit.judge().limits().allowingFor(assignment.referenceMillis());
        CodeForm form = part.form() == null ? CodeForm.SOLUTION : part.form();
        Submission submission =
                Submission.of(verdicts.executionId(), kit, content(part), form).within(limits);
        if (!run.reuseExecutions() || sample.codeDigest() == null) {
            return verdicts.executed(pool.submit(submission).join(), limits, null);
        }
        Execution execution =
                new Execution(run.runId().value(), assignment.judgeDigest(), sample.codeDigest(), form, limits);
        Executed mine = new Executed(assignment.sampleId(), new CompletableFuture<>());
        Executed first = executions.asMap().putIfAbsent(execution, mine);
        if (first != null && !first.by().equals(assignment.sampleId())) {
            Judgement reused = first.judgement().join();
            if (reused.outcome() instanceof Judged) {
                return verdicts.executed(reused, limits, first.by());
            }
        }
        Judgement judgement = pool.submit(submission).join();
        if (!(judgement.outcome() instanceof Judged)) {
            executions.asMap().remove(execution, mine);
        }
        mine.judgement().complete(judgement);
        return verdicts.executed(judgement, limits, null);
    }

    private String content(Part part) {
        if (part.body() != null) {
            return part.body();
        }
        if (part.blob() == null) {
            throw new IllegalArgumentException("a code part has neither body nor blob");
        }
        return new String(blobs.fetch(BlobKind.ANSWER, part.blob()), StandardCharsets.UTF_8);
    }

    private record Execution(String run, Digest judge, Digest code, CodeForm form, Limits limits) {}

    private record Executed(SampleId by, CompletableFuture<Judgement> judgement) {}
}
